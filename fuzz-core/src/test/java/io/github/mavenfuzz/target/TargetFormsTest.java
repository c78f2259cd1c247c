package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a method says that it is a target, and targets of one class by its name. */
class TargetFormsTest {
  private static final String JAZZERS =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
          + " public @interface FuzzTest {}";

  @TempDir private Path classes;

  static Stream<Arguments> forms() {
    String provider = "com.code_intelligence.jazzer.api.FuzzedDataProvider";
    String jazzers = "@com.code_intelligence.jazzer.junit.FuzzTest ";
    return Stream.of(
        arguments("@FuzzTest void ours(int i) {}", "p.A#ours(int)"),
        arguments(jazzers + "void theirs(byte[] b) {}", "p.A#theirs(byte[])"),
        arguments(jazzers + "private void t(" + provider + " d) {}", "p.A#t(FuzzedDataProvider)"),
        arguments(jazzers + "void typed(int i, String s) {}", "p.A#typed(int, String)"),
        arguments(
            "public static void fuzzerTestOneInput(byte[] b) {}", "p.A#fuzzerTestOneInput(byte[])"),
        arguments(
            "public static boolean fuzzerTestOneInput(byte[] b) { return true; }",
            "p.A#fuzzerTestOneInput(byte[])"),
        arguments(
            "public static void fuzzerTestOneInput(" + provider + " d) throws Exception {}",
            "p.A#fuzzerTestOneInput(FuzzedDataProvider)"),
        arguments(
            "public static void fuzzerTestOneInput(int i, String s) {}",
            "p.A#fuzzerTestOneInput(int, String)"),
        arguments(
            """
            public static void fuzzerTestOneInput(byte[] b) {}
            static void fuzzerTestOneInput(String helper) {}
            public static void fuzzerTestOneInput(int helper) {}
            public static void fuzzerInitialize() {}
            """,
            "p.A#fuzzerTestOneInput(byte[])"),
        arguments(
            """
            @FuzzTest void fuzzerTestOneInput(int i) {}
            public static void fuzzerTestOneInput(byte[] helper) {}
            """,
            "p.A#fuzzerTestOneInput(int)"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsTargetsOfEveryForm(String members, String target) {
    TargetScan scan = scan("class A { " + members + " }");

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets()).map(t -> t.id() + '(' + t.shape() + ')').containsExactly(target);
  }

  static Stream<Arguments> nearMisses() {
    String several =
        "p.A has several methods fuzzerTestOneInput that could be the fuzz target; leave one of"
            + " them public static";
    return Stream.of(
        arguments(
            """
            public static void fuzzerTestOneInput(byte[] b) {}
            public static void fuzzerTestOneInput(
                com.code_intelligence.jazzer.api.FuzzedDataProvider d) {}
            """,
            several),
        arguments(
            """
            public static void fuzzerTestOneInput(int i) {}
            public static void fuzzerTestOneInput(long l) {}
            """,
            several),
        arguments(
            "public static void fuzzerTestOneInput() {}",
            "p.A#fuzzerTestOneInput takes no parameter that a fuzzer could vary; give it one or"
                + " more of these types: "
                + TypeReader.SUPPORTED),
        arguments(
            "public static void fuzzerTestOneInput(Object o) {}",
            "parameter \"o\" of p.A#fuzzerTestOneInput is a java.lang.Object, which the fuzzer"
                + " cannot make; these types work: "
                + TypeReader.SUPPORTED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public void fuzzerTestOneInput(byte[] b) {}",
        "static void fuzzerTestOneInput(byte[] b) {}"
      })
  void onlyWarnsOfAMethodThatIsPerhapsNoTarget(String method) {
    TargetScan scan = scan("class A { " + method + " @FuzzTest void good(int i) {} }");

    assertThat(scan.unusable()).isEmpty();
    assertThat(Scans.targets(scan)).containsExactly("p.A#good(int)");
    assertThat(Scans.warnings(scan))
        .containsExactly(
            "p.A#fuzzerTestOneInput is no fuzz target, because it is not public static; make it"
                + " public static void fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Autofuzz.autofuzz(data, String::trim);",
        "String s = Autofuzz.consume(data, String.class);",
        "Runnable lambda = () -> Autofuzz.consume(data, String.class);"
      })
  void refusesWhatNeedsAutofuzz(String code) {
    TargetScan scan =
        scan(
            "import com.code_intelligence.jazzer.api.*; class A {"
                + " static final long TWO_ENTRIES = 1L << 40;"
                + " public static void fuzzerTestOneInput(FuzzedDataProvider data) {"
                + code
                + "} }");

    assertThat(scan.targets()).isEmpty();
    assertThat(Scans.problems(scan))
        .containsExactly(
            "p.A#fuzzerTestOneInput uses Autofuzz, which the fuzzer does not have; write a fuzz target with typed"
                + " parameters that calls the method");
  }

  @Test
  void leavesAloneWhatOnlyLooksLikeAutofuzz() {
    TargetScan scan =
        scan(
            "class A { String name = \"com/code_intelligence/jazzer/api/Autofuzz\";"
                + " @FuzzTest void m(int i) {} }",
            "class Helper { Object o ="
                + " com.code_intelligence.jazzer.api.Autofuzz.consume(null, String.class); }");

    assertThat(scan.targets()).hasSize(1);
    assertThat(Scans.problems(scan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @ValuePool("x") int i                 | @ValuePool on parameter "i" of p.A#m
          List<@ValuePool("x") String> list     | @ValuePool on parameter "list" of p.A#m
          R r                                   | @ValuePool on parameter "r" of p.A#m
          @AnySource({}) byte[] bytes           | @AnySource on parameter "bytes" of p.A#m
          @InRange(min = 1) byte[] bytes        | @InRange on parameter "bytes" of p.A#m
          byte @WithLength(max = 3) [] bytes    |
          @NotNull @WithUtf8Length(max = 3) String s |
          """)
  void warnsOfAnnotationsThatHaveNoEffect(String parameter, String place) {
    TargetScan scan =
        scan(
            "import com.code_intelligence.jazzer.mutation.annotation.*;"
                + " import com.code_intelligence.jazzer.mutation.annotation.proto.*;"
                + " import java.util.List;"
                + " class A { record R(@ValuePool(\"x\") String s) {}"
                + " @FuzzTest void m(%s) {} }".formatted(parameter));

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(Scans.warnings(scan))
        .containsExactlyElementsOf(
            Stream.ofNullable(place).map(p -> p + " is not supported and has no effect").toList());
  }

  @Test
  void warnsOfAnAnnotationOfTheWholeTarget() {
    TargetScan scan =
        scan(
            "import com.code_intelligence.jazzer.mutation.annotation.*;"
                + " class A { @FuzzTest @ValuePool(\"x\") void m(int i) {} }");

    assertThat(Scans.warnings(scan))
        .containsExactly("@ValuePool on p.A#m is not supported and has no effect");
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void explainsWhatIsAlmostATarget(String members, String problem) {
    TargetScan scan = scan("class A { " + members + " }");

    assertThat(scan.targets()).isEmpty();
    assertThat(Scans.problems(scan)).containsExactly(problem);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("p.Outer", List.of("p.Outer#m"), List.of()),
        arguments("p.Outer$Inner", List.of("p.Outer$Inner#fuzzerTestOneInput"), List.of()),
        arguments("p.Outer.Inner", List.of("p.Outer$Inner#fuzzerTestOneInput"), List.of()),
        arguments("p.Outer$Inner.Deep", List.of("p.Outer$Inner$Deep#m"), List.of()),
        arguments(
            "p.Outer.Bare",
            List.of(),
            List.of(
                "p.Outer.Bare has no fuzz target; a fuzz target is a method that is annotated with"
                    + " @FuzzTest, this plugin's or Jazzer's, or public static void"
                    + " fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)")),
        arguments(
            "p.Outer.Wrong",
            List.of(),
            List.of(
                "parameter \"t\" of p.Outer$Wrong#m is a java.lang.Thread, which the fuzzer cannot"
                    + " make; these types work: "
                    + TypeReader.SUPPORTED)),
        arguments(
            "p.outer",
            List.of(),
            List.of("there is no class p.outer on the class path; there is p.Outer")),
        arguments(
            "q.Iner",
            List.of(),
            List.of("there is no class q.Iner on the class path; there is p.Outer$Inner")),
        arguments("x.Nowhere", List.of(), List.of("there is no class x.Nowhere on the class path")),
        arguments("", List.of(), List.of("there is no class  on the class path")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void looksAtOneClassByName(String name, List<String> targets, List<String> problems)
      throws Exception {
    CompiledProject project =
        new CompiledProject(classes)
            .source(
                """
                class Outer {
                  @FuzzTest void m(int i) {}
                  static class Inner {
                    public static void fuzzerTestOneInput(byte[] b) {}
                    static class Deep { @FuzzTest void m(Unit u) {} }
                  }
                  static class Bare {}
                  static class Wrong { @FuzzTest void m(Thread t) {} }
                  record Unit() {}
                }
                """);
    for (Path classPath : List.of(project.compile(), jar(classes))) {
      List<String> found = new ArrayList<>();
      List<String> sentences = new ArrayList<>();
      try {
        TargetScan scan = TargetFinder.scanClass(List.of(classPath), name);
        scan.targets().forEach(t -> found.add(t.id()));
        sentences.addAll(Scans.problems(scan));
      } catch (NoTargetException e) {
        sentences.add(e.getMessage());
      }

      assertThat(found).containsExactlyElementsOf(targets);
      assertThat(sentences).containsExactlyElementsOf(problems);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "p.Lowest,p.Lowest#fuzzerTestOneInput",
    "p.Own,p.Own#m",
    "p.OfAnnotated,p.OfAnnotated#m"
  })
  void aClassThatIsNamedInheritsTheTargetOfItsSuperclass(String name, String target)
      throws Exception {
    new CompiledProject(classes)
        .source("class Base { public static void fuzzerTestOneInput(byte[] b) {} }")
        .source("class Middle extends Base {}")
        .source("class Lowest extends Middle {}")
        .source("class Own extends Base { @FuzzTest void m(int i) {} }")
        .source("class Annotated { @FuzzTest void m(int i) {} }")
        .source("class OfAnnotated extends Annotated {}")
        .compile();

    assertThat(TargetFinder.scanClass(List.of(classes), name).targets())
        .map(t -> t.id())
        .containsExactly(target);
    assertThat(TargetFinder.scan(List.of(classes), List.of()).targets())
        .map(t -> t.id())
        .containsExactly(
            "p.Annotated#m", "p.Base#fuzzerTestOneInput", "p.OfAnnotated#m", "p.Own#m");
  }

  @Test
  void findsClassesWhereTheManifestOfAJarSays(@TempDir Path folder) throws Exception {
    new CompiledProject(classes).source("class A { @FuzzTest void m(int i) {} }").compile();
    Path first = folder.resolve("first.jar");
    Path second = Files.createDirectory(folder.resolve("a b")).resolve("second.jar");
    manifestOnly(first, "http://localhost/x.jar % missing.jar a%20b/second.jar");
    manifestOnly(second, "../first.jar " + classes.toUri());

    assertThat(TargetFinder.scanClass(List.of(first), "p.A").targets())
        .map(t -> t.id())
        .containsExactly("p.A#m");
  }

  private static void manifestOnly(Path jar, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  void saysThatTheFileOfTheClassIsNone() throws IOException {
    Files.writeString(classes.resolve("Broken.class"), "not a class");

    assertThatExceptionOfType(NoTargetException.class)
        .isThrownBy(() -> TargetFinder.scanClass(List.of(classes), "Broken"))
        .withMessage("the class file of Broken is not a class file");
  }

  private static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("all.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(folder.resolve("p"))) {
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private TargetScan scan(String... sources) {
    CompiledProject project =
        new CompiledProject(classes).source("com.code_intelligence.jazzer.junit", JAZZERS);
    Arrays.stream(sources).forEach(project::source);
    return TargetFinder.scan(List.of(project.compile()), List.of());
  }
}
