package io.github.mavenfuzz.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JQF with Zest's guidance, by its command line. As its Maven plugin does, it instruments what its
 * own class loader loads, which is the target and its libraries: for that they lie in one folder.
 */
final class JqfTool implements Tool {
  private static final String TEST = "JqfTest";
  private static final Pattern END = Pattern.compile("^Time: ");

  /** The columns of its file of statistics that add up to all runs. */
  private static final int VALID_RUNS = 11;

  private static final int INVALID_RUNS = 12;

  /**
   * Reads up to the end and no further: JQF fails a test that asks again for what is not there. It
   * takes exceptions that the test declares for results, not for failures: there must be none.
   */
  private static final String TEST_SOURCE =
      """
      import edu.berkeley.cs.jqf.fuzz.Fuzz;
      import edu.berkeley.cs.jqf.fuzz.JQF;
      import java.io.ByteArrayOutputStream;
      import java.io.InputStream;
      import org.junit.runner.RunWith;

      @RunWith(JQF.class)
      public class JqfTest {
        @Fuzz
        public void fuzz(InputStream input) {
          try {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (int next = input.read(); next >= 0; next = input.read()) {
              data.write(next);
            }
            %s.fuzzerTestOneInput(data.toByteArray());
          } catch (Throwable e) {
            JqfTest.<RuntimeException>rethrow(e);
          }
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void rethrow(Throwable e) throws T {
          throw (T) e;
        }
      }
      """;

  @Override
  public String name() {
    return "jqf";
  }

  @Override
  public List<String> dependencies(Map<String, String> versions) {
    return List.of("edu.berkeley.cs.jqf:jqf-fuzz:" + versions.get("jqf"));
  }

  @Override
  public Launch prepare(Trial trial) throws BenchException, IOException {
    Path classes = classes(trial);
    Path results = trial.directory().resolve("results");
    List<String> command = trial.equipment().java();
    command.addAll(
        List.of(
            // An input stream ends where the input does, instead of having random bytes after it.
            "-Djqf.ei.GENERATE_EOF_WHEN_OUT=true",
            "-Djqf.ei.MAX_INPUT_SIZE=" + Equipment.MAX_LENGTH,
            "-Djqf.ei.TIMEOUT=" + 1000 * Equipment.RUN_TIMEOUT,
            "-cp",
            classPath(trial.equipment().jarsOf(name())),
            "edu.berkeley.cs.jqf.fuzz.ei.ZestCLI",
            "--libfuzzer-compat-output",
            "--duration=%ds".formatted(trial.equipment().seconds()),
            "--input=" + trial.target().seeds(),
            "--output=" + results,
            classes.toString(),
            TEST,
            "fuzz"));
    return new Launch(
        command,
        trial.directory(),
        new Launch.Leaves(results.resolve("corpus"), results.resolve("failures"), List.of("id_")),
        false);
  }

  private static String classPath(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A folder with the target, its libraries, and a test that calls it. */
  private Path classes(Trial trial) throws BenchException, IOException {
    Path classes = trial.folder("classes");
    for (Path library : trial.target().libraries()) {
      unpack(library, classes);
    }
    Path source = trial.directory().resolve(TEST + ".java");
    Files.writeString(source, TEST_SOURCE.formatted(trial.target().entryClass()));
    List<Path> classPath = new ArrayList<>(trial.equipment().jarsOf(name()));
    classPath.add(trial.target().classes());
    Path test = trial.folder("test");
    TargetBuilder.compile(List.of(source), classPath, test);
    copy(test, classes);
    copy(trial.target().classes(), classes);
    return classes;
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      copy(zip.getPath("/"), directory);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString()).normalize();
        if (copy.startsWith(to) && !Files.exists(copy)) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  @Override
  public Runs runs(Execution execution) throws BenchException, IOException {
    Path statistics = execution.directory().resolve("results").resolve("plot_data");
    List<String> lines = Files.exists(statistics) ? Files.readAllLines(statistics) : List.of();
    Optional<Execution.Match> end = execution.first(END);
    if (lines.size() < 2 || end.isEmpty()) {
      throw new BenchException("it did not say how many runs it has made");
    }
    String[] columns = lines.get(lines.size() - 1).split(",\\s*");
    return new Runs(
        Long.parseLong(columns[VALID_RUNS]) + Long.parseLong(columns[INVALID_RUNS]),
        end.get().at());
  }
}
