package io.github.mavenfuzz.bench;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles targets, each with a class that stands between it and the tools. */
final class TargetBuilder {
  /** The simple name of the class that all tools call. */
  static final String ENTRY = "BenchEntry";

  /**
   * Nothing of it is there in compiled code but the call: the fields are constants once their
   * classes are initialised, which is at the first run and at the first failure.
   */
  private static final String ENTRY_SOURCE =
      """
      %s
      /** What all tools call; notes when the target ran, and when it failed, for the first time. */
      public final class BenchEntry {
        private BenchEntry() {}

        private static final class FirstRun {
          static final long AT = BenchMark.note("first-run");
        }

        private static final class FirstFailure {
          static final long AT = BenchMark.note("first-failure");
        }

        public static void fuzzerTestOneInput(byte[] data) throws Throwable {
          long ran = FirstRun.AT;
          try {
            %s.fuzzerTestOneInput(data);
          } catch (Throwable e) {
            long failed = FirstFailure.AT;
            throw e;
          }
        }
      }
      """;

  private static final String MARK_SOURCE =
      """
      %s
      /** Notes moments in files, of which the first of all processes stays. */
      final class BenchMark {
        private BenchMark() {}

        static long note(String name) {
          try {
            java.time.Instant now = java.time.Instant.now();
            java.nio.file.Files.writeString(
                java.nio.file.Path.of(System.getenv("BENCH_MARKS"), name),
                now.toString(),
                java.nio.file.StandardOpenOption.CREATE_NEW);
          } catch (Throwable e) {
            return 0;
          }
          return 1;
        }
      }
      """;

  private final Path work;

  /**
   * @param work the folder for the classes
   */
  TargetBuilder(Path work) {
    this.work = work;
  }

  /**
   * @param libraries the jars of the target's dependencies
   * @throws BenchException when the target does not compile; says what the compiler says
   */
  BuiltTarget build(Target target, List<Path> libraries) throws BenchException, IOException {
    Path home = Files.createDirectories(work.resolve(target.name()));
    Path sources = Files.createDirectories(home.resolve("sources"));
    Path classes = Files.createDirectories(home.resolve("classes"));
    String packageLine =
        target.packageName().isEmpty() ? "" : "package " + target.packageName() + ";\n";
    Path entry = sources.resolve(ENTRY + ".java");
    Files.writeString(entry, ENTRY_SOURCE.formatted(packageLine, target.name()));
    Path mark = sources.resolve("BenchMark.java");
    Files.writeString(mark, MARK_SOURCE.formatted(packageLine));
    compile(List.of(target.source(), entry, mark), libraries, classes);
    return new BuiltTarget(target, classes, libraries, copySeeds(target, home.resolve("seeds")));
  }

  /**
   * Compiles a few source files.
   *
   * @throws BenchException when they do not compile; says what the compiler says
   */
  static void compile(List<Path> sources, List<Path> classPath, Path classes)
      throws BenchException, IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new BenchException("The benchmark needs a JDK: this Java has no compiler.");
    }
    List<String> options = new ArrayList<>(List.of("-g", "-proc:none", "-d", classes.toString()));
    if (!classPath.isEmpty()) {
      options.add("-classpath");
      options.add(
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(sources.toArray(Path[]::new)))
              .call();
      if (!compiled) {
        throw new BenchException(
            "%s does not compile:%n%s".formatted(sources.get(0), messages.toString().strip()));
      }
    }
  }

  /**
   * Tools get a copy: one that writes into it does no harm to the next. There is at least one seed,
   * since JQF cannot begin with nothing.
   */
  private static Path copySeeds(Target target, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> seeds = Inputs.in(target.seeds(), List.of());
    for (int i = 0; i < seeds.size(); i++) {
      String name = "%04d-%s".formatted(i, seeds.get(i).getFileName());
      Files.copy(seeds.get(i), directory.resolve(name));
    }
    if (seeds.isEmpty()) {
      Files.write(directory.resolve("zero"), new byte[1]);
    }
    return directory;
  }
}
