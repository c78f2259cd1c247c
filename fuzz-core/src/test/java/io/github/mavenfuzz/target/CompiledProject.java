package io.github.mavenfuzz.target;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.TestTemplate;

/** Compiles the sources of a small project into a directory that is on no class path. */
final class CompiledProject {
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) ([\\w$]+)");

  private final Path classes;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final List<String> options = new ArrayList<>(List.of("-g", "-proc:none"));

  CompiledProject(Path classes) {
    this.classes = classes;
  }

  /** Adds a compilation unit of package p, in which FuzzTest is imported. */
  CompiledProject source(String code) {
    return source("p", "import " + FuzzTest.class.getName() + "; " + code);
  }

  /** Adds a compilation unit of a package. */
  CompiledProject source(String packageName, String code) {
    Matcher type = TYPE.matcher(code);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in " + code);
    }
    String unit = "package " + packageName + "; " + code;
    sources.add(
        new SimpleJavaFileObject(
            URI.create(
                "string:///" + packageName.replace('.', '/') + '/' + type.group(1) + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return unit;
          }
        });
    return this;
  }

  CompiledProject option(String option) {
    options.add(option);
    return this;
  }

  /** Adds a folder of classes that the sources refer to. */
  CompiledProject classPath(Path folder) {
    folders.add(folder.toString());
    return this;
  }

  Path compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        Stream.concat(
                folders.stream(),
                Stream.of(FuzzTest.class, TestTemplate.class, FuzzedDataProvider.class)
                    .map(type -> location(type).toString()))
            .collect(Collectors.joining(File.pathSeparator));
    options.addAll(List.of("-d", classes.toString(), "-cp", classPath));
    StringWriter messages = new StringWriter();
    if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    return classes;
  }

  /** Compiles and reads one class file. */
  byte[] compile(String className) {
    try {
      return Files.readAllBytes(compile().resolve("p").resolve(className + ".class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
