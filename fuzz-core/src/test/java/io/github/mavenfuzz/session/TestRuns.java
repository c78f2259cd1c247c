package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.api.Jazzer;
import com.example.targets.Targets;
import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.FindingNumbers;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.corpus.InputDirectories;
import io.github.mavenfuzz.corpus.JazzerDirectories;
import io.github.mavenfuzz.corpus.ResourceFolder;
import io.github.mavenfuzz.corpus.SeedFolders;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.process.JvmSettings;
import io.github.mavenfuzz.process.JvmSetup;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs targets in real worker JVMs, with the engine as it lies in the build's folders. */
public final class TestRuns {
  private boolean traces;

  /** Null means that a run may bring nothing new for ever. */
  private Duration stale;

  private final Path directory;
  private final List<String> warnings = new ArrayList<>();
  private Duration duration = Duration.ofMinutes(2);
  private long executions;
  private int workers = 1;
  private long seed = 1;
  private Duration timeout = Duration.ofSeconds(10);
  private int maxFindings;
  private int lastWarning;
  private List<String> targetArguments = List.of();

  /** Runs this short are better off without the optimising compiler. */
  private List<String> jvmArguments = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

  private List<Class<?>> libraries = List.of(Targets.class, Jazzer.class);

  public TestRuns(Path directory) {
    this.directory = directory;
  }

  TestRuns duration(Duration value) {
    duration = value;
    return this;
  }

  public TestRuns executions(long value) {
    executions = value;
    return this;
  }

  public TestRuns workers(int value) {
    workers = value;
    return this;
  }

  TestRuns seed(long value) {
    seed = value;
    return this;
  }

  TestRuns timeout(Duration value) {
    timeout = value;
    return this;
  }

  TestRuns maxFindings(int value) {
    maxFindings = value;
    return this;
  }

  /** Interrupts the run when it warns for the so manieth time. */
  TestRuns interruptedAtWarning(int value) {
    lastWarning = value;
    return this;
  }

  TestRuns targetArguments(String... values) {
    targetArguments = List.of(values);
    return this;
  }

  TestRuns jvmArguments(String... values) {
    jvmArguments = List.of(values);
    return this;
  }

  TestRuns withoutJazzerApi() {
    libraries = List.of(Targets.class);
    return this;
  }

  List<String> warnings() {
    return warnings;
  }

  Path seeds(FuzzTarget target) {
    return directory.resolve("seeds").resolve(target.relativeDirectory());
  }

  Path corpus(FuzzTarget target) {
    return directory.resolve("corpus").resolve(target.relativeDirectory());
  }

  public static FuzzTarget target(String method, LeafKind... types) {
    return target(Targets.class, method, types);
  }

  static FuzzTarget target(Class<?> type, String method, LeafKind... types) {
    return new FuzzTarget(type.getName(), method, InputShape.of(types));
  }

  /** The same setup with JVMs that are started in another way. */
  public static WorkerSetup with(WorkerSetup setup, JvmSettings jvm) {
    return new WorkerSetup(
        new JvmSetup(setup.jvms().engine(), jvm, 1024, setup.jvms().crashLogs()),
        setup.timeout(),
        setup.guiding(),
        setup.targetArguments());
  }

  /** Writes a seed before the run. */
  TestRuns seed(FuzzTarget target, String name, String content) throws IOException {
    Files.createDirectories(seeds(target));
    Files.writeString(seeds(target).resolve(name), content);
    return this;
  }

  /** The content of all files in a directory, by name; none when there is no directory. */
  static Map<String, String> files(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(directory)) {
      try (Stream<Path> list = Files.list(directory)) {
        for (Path file : list.toList()) {
          files.put(file.getFileName().toString(), Files.readString(file, ISO_8859_1));
        }
      }
    }
    return files;
  }

  TargetResult run(FuzzTarget target) throws IOException {
    return run(target, new Listener());
  }

  /**
   * Runs one target.
   *
   * @param listener hears of it
   */
  /** Ends the run when nothing new has come for a while. */
  TestRuns stale(Duration most) {
    stale = most;
    return this;
  }

  /** Traces comparisons, which runs each new entry in a JVM that the runs do not count. */
  TestRuns traced() {
    traces = true;
    return this;
  }

  TargetResult run(FuzzTarget target, CampaignListener listener) throws IOException {
    List<TargetResult> results = session(listener, Policy.ONE_AFTER_THE_OTHER).run(List.of(target));
    if (lastWarning > 0) {
      Thread.interrupted();
    }
    return results.get(0);
  }

  /**
   * A session of any targets.
   *
   * @param listener hears of all of them
   */
  Session session(CampaignListener listener, Policy policy) throws IOException {
    return new Session(
        settings(), directories()::of, new AllTargets(listener), new FindingNumbers(), policy);
  }

  public SessionSettings settings() throws IOException {
    return new SessionSettings(
        new RunSettings(
            new RunSettings.Limits(duration, executions, maxFindings, false, Set.of(), stale),
            workers,
            seed,
            new RunSettings.Mutation(0, Dictionary.EMPTY, traces)),
        setup());
  }

  /** Of the workers. */
  public WorkerSetup setup() throws IOException {
    JvmSettings jvm =
        new JvmSettings(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            jvmArguments,
            libraries.stream().map(TestEngine::locationOf).toList(),
            Map.of(),
            Map.of(),
            directory);
    return new WorkerSetup(
        new JvmSetup(
            TestEngine.in(directory), jvm, 1024, Files.createDirectories(directories().results())),
        timeout,
        // In the published jar they are relocated, and left alone for that.
        new ClassPatterns(List.of(), List.of("com.fasterxml.jackson.**", "org.objectweb.asm.**")),
        targetArguments);
  }

  public InputDirectories directories() {
    return new InputDirectories(
        SeedFolders.of(directory.resolve("seeds")),
        directory.resolve("corpus"),
        directory.resolve("results"),
        new JazzerDirectories(
            List.of(ResourceFolder.ofRoot(directory.resolve("resources"))),
            directory.resolve(".cifuzz-corpus")));
  }

  private record AllTargets(CampaignListener listener) implements SessionListener {
    @Override
    public void warning(String message) {
      listener.warning(message);
    }

    @Override
    public CampaignListener begin(FuzzTarget target, Supplier<RunStatistics> statistics) {
      return listener;
    }

    @Override
    public void ended(TargetResult result, boolean interrupted) {}
  }

  private final class Listener implements CampaignListener {
    @Override
    public void progress(RunStatistics statistics) {}

    @Override
    public void found(int number, Finding finding) {}

    @Override
    public void warning(String message) {
      warnings.add(message);
      if (warnings.size() == lastWarning) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
