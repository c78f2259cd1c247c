package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Go's own fuzzer with one worker, on a counterpart of the target in Go. Branches of other code
 * cannot be compared, and Go stops at its first finding, so only its speed is measured.
 */
final class GoTool implements Tool {
  private static final int LEAST_MINOR_VERSION = 18;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern VERSION = Pattern.compile("go1\\.(\\d+)");
  private static final Pattern FUNCTION = Pattern.compile("func (Fuzz\\w+)\\(");
  private static final Pattern STATUS = Pattern.compile("^fuzz: elapsed: .*, execs: (\\d+) ");
  private static final String BINARY = "bench.test";

  @Override
  public String name() {
    return "go";
  }

  @Override
  public Optional<String> cannotRun(Target target) {
    if (target.goTest() == null) {
      return Optional.of("the target has no counterpart in Go");
    }
    return minorVersion() < LEAST_MINOR_VERSION
        ? Optional.of("there is no go of version 1.18 or later on the path")
        : Optional.empty();
  }

  /** 0 when there is no Go. */
  private static int minorVersion() {
    try {
      Process process = new ProcessBuilder("go", "version").redirectErrorStream(true).start();
      Matcher matcher =
          VERSION.matcher(
              new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public Launch prepare(Trial trial) throws BenchException, IOException, InterruptedException {
    String source = Files.readString(trial.target().target().goTest());
    Matcher function = FUNCTION.matcher(source);
    if (!function.find()) {
      throw new BenchException("there is no fuzz function in " + trial.target().target().goTest());
    }
    Files.copy(
        trial.target().target().goTest(),
        trial.directory().resolve("target_test.go"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(trial.directory().resolve("go.mod"), "module bench\n\ngo 1.18\n");
    Path seeds = trial.folder("testdata/fuzz/" + function.group(1));
    for (Path seed : Inputs.in(trial.target().seeds(), List.of())) {
      Files.writeString(seeds.resolve(seed.getFileName()), corpusFile(Files.readAllBytes(seed)));
    }
    build(trial, function.group(1));
    return new Launch(
        List.of(
            trial.directory().resolve(BINARY).toString(),
            "-test.run=^$",
            "-test.fuzz=^" + function.group(1) + "$",
            "-test.fuzztime=" + trial.equipment().seconds() + "s",
            "-test.fuzzcachedir=" + trial.folder("corpus"),
            "-test.parallel=1"),
        trial.directory(),
        Launch.Leaves.NOTHING,
        true);
  }

  /** Compiles before the time runs. */
  private static void build(Trial trial, String function)
      throws BenchException, IOException, InterruptedException {
    Path log = trial.directory().resolve("build.txt");
    Process process =
        new ProcessBuilder("go", "test", "-c", "-fuzz=" + function, "-o", BINARY, ".")
            .directory(trial.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new BenchException("it does not compile:\n" + Files.readString(log).strip());
    }
  }

  /** An input in the form of Go's corpus files. */
  static String corpusFile(byte[] input) {
    StringBuilder file = new StringBuilder("go test fuzz v1\n[]byte(\"");
    for (byte b : input) {
      file.append(String.format("\\x%02x", b & 0xFF));
    }
    return file.append("\")\n").toString();
  }

  @Override
  public Runs runs(Execution execution) throws BenchException {
    return execution
        .last(STATUS)
        .map(m -> new Runs(m.number(1), m.at()))
        .orElseThrow(() -> new BenchException("it did not say how many runs it has made"));
  }
}
