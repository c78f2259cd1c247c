package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares tools on targets; the build starts it in a JVM of its own. */
public final class Bench {
  private final Options options;
  private final PrintStream out;
  private final List<Tool> tools;
  private final List<Target> targets;
  private final Results results;

  /**
   * Looks at the options before anything is run.
   *
   * @param out for tables and progress
   * @throws BenchException when a target or tool is not there
   */
  Bench(Options options, PrintStream out) throws BenchException, IOException {
    this.options = options;
    this.out = out;
    this.tools = Tools.select(options.tools());
    this.targets = Targets.read(options.targets(), options.only());
    delete(options.work());
    Files.createDirectories(options.work());
    this.results =
        new Results(
            options.work().resolve("results.json"),
            new Results.Header(
                Machine.current(),
                new TreeMap<>(options.versions()),
                options.seconds(),
                options.rounds(),
                options.heap()));
  }

  /**
   * @param arguments see {@link Options}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Whoever ends the benchmark ends what it has started.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    try {
      new Bench(Options.parse(arguments), System.out).run();
    } catch (BenchException e) {
      System.err.println("[ERROR] " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * @throws BenchException when nothing can be run at all
   */
  void run() throws BenchException, IOException, InterruptedException {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    targets.forEach(t -> wanted.put(t.name(), t.dependencies()));
    tools.forEach(t -> wanted.put(jarsKey(t), t.dependencies(options.versions())));
    Map<String, MavenResolver.Resolution> resolved =
        new MavenResolver(options.maven(), Files.createDirectories(options.work().resolve("maven")))
            .resolve(wanted);
    for (Target target : targets) {
      MavenResolver.Resolution libraries = resolved.get(target.name());
      if (libraries.error() != null) {
        out.printf("%n%s is left out: %s%n", target.name(), libraries.error());
        continue;
      }
      try {
        BuiltTarget built = new TargetBuilder(options.work()).build(target, libraries.jars());
        compare(built, resolved);
      } catch (BenchException e) {
        out.printf("%n%s is left out: %s%n", target.name(), e.getMessage());
      }
    }
    out.printf("%nAll figures: %s%n", options.work().resolve("results.json"));
  }

  /** Tools and targets may have the same names. */
  private static String jarsKey(Tool tool) {
    return "tool " + tool.name();
  }

  private void compare(BuiltTarget target, Map<String, MavenResolver.Resolution> resolved)
      throws IOException, InterruptedException {
    out.printf(
        "%n%s: %d s each, %d rounds, heap %s%n",
        target.name(), options.seconds(), options.rounds(), options.heap());
    List<Tool> able = new ArrayList<>();
    for (Tool tool : tools) {
      Optional<String> obstacle =
          Optional.ofNullable(resolved.get(jarsKey(tool)).error())
              .or(() -> tool.cannotRun(target.target()));
      obstacle.ifPresentOrElse(
          reason -> out.printf("%s is left out: %s%n", tool.name(), reason), () -> able.add(tool));
    }
    Equipment equipment =
        new Equipment(
            options.seconds(),
            options.heap(),
            able.stream()
                .collect(Collectors.toMap(Tool::name, t -> resolved.get(jarsKey(t)).jars())));
    for (int round = 1; round <= options.rounds(); round++) {
      for (Tool tool : able) {
        Path directory =
            options.work().resolve(target.name()).resolve("round-" + round).resolve(tool.name());
        Files.createDirectories(directory);
        Trial trial = new Trial(target, round, directory, equipment);
        Measurement measurement = TrialRunner.run(tool, trial);
        results.add(measurement);
        out.printf("  round %d: %s%n", round, measurement.summary());
      }
    }
    out.print(new Table(results.of(target.target())));
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
