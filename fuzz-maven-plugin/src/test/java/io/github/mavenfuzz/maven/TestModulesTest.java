package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.process.ModulePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which parts of a test class path are modules. */
class TestModulesTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final Log log =
      new SystemStreamLog() {
        @Override
        public void warn(CharSequence content) {
          warnings.add(content.toString());
        }
      };
  private Path main;
  private Path tests;
  private Path required;
  private Path other;

  @BeforeEach
  void prepare() throws Exception {
    main = Files.createDirectories(folder.resolve("classes"));
    tests = folder.resolve("test-classes");
    compile(tests, "Test.java", "package shop.tests; class Test {}");
    Files.createDirectories(tests.resolve("META-INF/versions/21"));
    Files.createFile(tests.resolve("META-INF/versions/21/Odd.class"));
    required = jar("required.jar", "required");
    other = jar("other.jar", "other");
  }

  @Test
  void aProjectWithoutADescriptorHasNone() {
    assertThat(modules().areThere()).isFalse();
  }

  @Test
  void theTestsBelongToTheModuleOfTheClasses() throws Exception {
    describe(main, "module shop { requires required; }");

    assertThat(modules().areThere()).isTrue();
    assertThat(modules().split(List.of(tests, main, required, other), log))
        .isEqualTo(
            new TestModules.Split(
                List.of(tests, other),
                new ModulePath(
                    "shop",
                    List.of(main, required),
                    List.of(tests),
                    List.of("shop.tests"),
                    false)));
    assertThat(warnings).isEmpty();
  }

  @Test
  void thereMayBeNoTests() throws Exception {
    describe(main, "module shop { }");

    assertThat(new TestModules(main, folder.resolve("none"), null).split(List.of(main), log))
        .extracting(split -> split.modulePath().packages())
        .isEqualTo(List.of());
    assertThat(warnings).isEmpty();
  }

  @Test
  void testsMayBeAModuleOfTheirOwn() throws Exception {
    jar("engine.jar", "io.github.mavenfuzz.core");
    describe(main, "module shop { exports shop; }", "package shop; public class Shop {}");
    describe(tests, "open module shop.tests { requires shop; requires io.github.mavenfuzz.core; }");

    TestModules.Split split = modules().split(List.of(tests, main, required, other), log);

    assertThat(split.classPath()).containsExactly(required, other);
    assertThat(split.modulePath().module()).isEqualTo("shop.tests");
    assertThat(split.modulePath().elements()).containsExactlyInAnyOrder(tests, main);
    assertThat(split.modulePath().patches()).isEmpty();
    assertThat(split.modulePath().requiresEngine()).isTrue();
  }

  @Test
  void testsMayDescribeTheModuleOfTheClassesOnceMore() throws Exception {
    describe(main, "module shop { }");
    describe(tests, "open module shop { requires required; }");

    TestModules.Split split = modules().split(List.of(tests, main, required, other), log);

    assertThat(split.modulePath())
        .isEqualTo(
            new ModulePath(
                "shop", List.of(tests, required), List.of(main), List.of("shop.tests"), false));
    assertThat(split.classPath()).containsExactly(other);
  }

  @Test
  void aDescriptorThatCannotBeReadIsAWarningThatNamesTheEffect() throws Exception {
    Files.write(main.resolve("module-info.class"), new byte[] {1, 2, 3});

    assertThat(modules().split(List.of(tests, main), log))
        .isEqualTo(new TestModules.Split(List.of(tests, main), ModulePath.NONE));
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("The module path cannot be made (")
        .contains("module-info.java", "false findings");
  }

  private TestModules modules() {
    return new TestModules(main, tests, null);
  }

  private Path jar(String file, String module) throws IOException {
    Path jar = folder.resolve(file);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private void describe(Path classes, String descriptor, String... others) throws IOException {
    if (others.length > 0) {
      compile(classes, "Shop.java", others[0]);
    }
    compile(classes, "module-info.java", descriptor);
  }

  private void compile(Path classes, String file, String source) throws IOException {
    Path sources = Files.createTempDirectory(folder, "src");
    Files.writeString(sources.resolve(file), source);
    List<String> arguments =
        new ArrayList<>(List.of("-d", classes.toString(), "-cp", classes.toString()));
    arguments.addAll(
        List.of(
            "--module-path", folder + File.pathSeparator + main, sources.resolve(file).toString()));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }
}
