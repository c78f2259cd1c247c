package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.DictionaryException;
import io.github.mavenfuzz.mutate.DictionaryFile;
import io.github.mavenfuzz.process.DefaultHeap;
import io.github.mavenfuzz.process.JvmSettings;
import io.github.mavenfuzz.process.JvmSetup;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.session.WorkerSetup;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Makes settings of arguments.
 *
 * @param host what the process gives
 * @param arguments of the command line
 * @param artifacts where crashers are written
 * @param agent what worker JVMs have at the end of their class path
 */
record Setup(Host host, Arguments arguments, Artifacts artifacts, AgentJar agent) {
  private static final Duration NO_LIMIT = Duration.ofDays(36_500);
  private static final Duration NO_TIMEOUT = Duration.ofDays(365);
  private static final int SMALLEST_HEAP_MB = 64;
  private static final int UNLIMITED_HEAP_MB = 1024;

  /**
   * Looks the target up.
   *
   * @param warnings hears a sentence about whatever has no effect on the target
   * @throws UsageException when it cannot be run
   */
  FuzzTarget target(Consumer<String> warnings) throws UsageException {
    String className =
        arguments
            .text("--target_class")
            .orElseThrow(
                () ->
                    new UsageException(
                        "--target_class is missing: name the target's class; -help=1 lists all flags."));
    return new TargetLookup(classPath(), className, warnings)
        .find(arguments.text("--target_method").orElse(null));
  }

  /** Reads what {@code *} at the end of a path stands for, as the java launcher does. */
  List<Path> classPath() throws UsageException {
    if (arguments.list("--cp").isEmpty()) {
      throw new UsageException(
          "--cp is missing: name the class path of the target; -help=1 lists all flags.");
    }
    List<Path> classPath = new ArrayList<>();
    for (String entry : arguments.list("--cp")) {
      if (entry.equals("*") || entry.endsWith("/*")) {
        classPath.addAll(jars(host.directory().resolve(entry.substring(0, entry.length() - 1))));
      } else {
        classPath.add(host.directory().resolve(entry).normalize());
      }
    }
    return classPath;
  }

  private static TreeSet<Path> jars(Path directory) throws UsageException {
    TreeSet<Path> jars = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
      files.forEach(jar -> jars.add(jar.normalize()));
    } catch (IOException e) {
      throw new UsageException("--cp: the directory " + directory + " cannot be read: " + e + ".");
    }
    return jars;
  }

  /**
   * @param files how many inputs the run begins with
   * @param maxLength the longest input that mutations may make
   * @throws UsageException when a flag has a value that it cannot have
   */
  SessionSettings settings(int files, int maxLength) throws UsageException {
    long seed = arguments.number("-seed");
    return new SessionSettings(
        new RunSettings(
            limits(files),
            workers(),
            seed == 0 ? ThreadLocalRandom.current().nextLong(1, 1L << 32) : seed,
            new RunSettings.Mutation(maxLength, dictionary(), arguments.number("-use_cmp") != 0)),
        workerSetup());
  }

  /**
   * @throws UsageException when a flag has a value that it cannot have
   */
  WorkerSetup workerSetup() throws UsageException {
    return new WorkerSetup(
        new JvmSetup(host.engine(), jvm(), DefaultHeap.megabytes(workers()), artifacts.directory()),
        arguments.seconds("-timeout", NO_TIMEOUT),
        new ClassPatterns(
            arguments.list("--instrumentation_includes"),
            arguments.list("--instrumentation_excludes")),
        arguments.list("--target_args", ' '));
  }

  /** The corpus is always run as a whole, twice for each input, whatever the limit of runs. */
  private RunSettings.Limits limits(int files) throws UsageException {
    long runs = arguments.number("-runs");
    return new RunSettings.Limits(
        arguments.seconds("-max_total_time", NO_LIMIT),
        runs > 0 ? Math.max(runs, 2L * (files + 1)) : 0,
        maxFindings(),
        runs == 0,
        new ForkMode(arguments).ignored(),
        null);
  }

  private int maxFindings() throws UsageException {
    int jobs = arguments.number("-jobs", 0);
    return jobs > 0 && !arguments.has("--keep_going") ? jobs : arguments.number("--keep_going", 0);
  }

  /** As libFuzzer counts them: as many as there are jobs, but on half of the cores at most. */
  private int workers() throws UsageException {
    int workers = Math.max(arguments.number("-workers", 0), arguments.number("-fork", 0));
    int jobs = arguments.number("-jobs", 0);
    if (workers == 0 && jobs > 0) {
      workers = Math.min(Runtime.getRuntime().availableProcessors() / 2, jobs);
    }
    return Math.max(1, workers);
  }

  private Dictionary dictionary() throws UsageException {
    if (arguments.text("-dict").isEmpty()) {
      return Dictionary.EMPTY;
    }
    try {
      return DictionaryFile.read(host.directory().resolve(arguments.text("-dict").orElse("")));
    } catch (DictionaryException e) {
      // ClusterFuzz looks for libFuzzer's words.
      throw new UsageException(
          e.line() == 0
              ? e.getMessage()
              : "ParseDictionaryFile: error in line " + e.line() + "\n" + e.getMessage());
    }
  }

  private JvmSettings jvm() throws UsageException {
    List<String> all = ownArguments();
    if (all.stream().noneMatch(Setup::setsHeap)) {
      all.add(0, heap());
    }
    List<Path> classPath = new ArrayList<>(classPath());
    if (agent.path() != null) {
      classPath.add(agent.path());
    }
    return new JvmSettings(host.java(), all, classPath, Map.of(), Map.of(), host.directory());
  }

  private List<String> ownArguments() {
    List<String> arguments = new ArrayList<>(this.arguments.list("--jvm_args"));
    arguments.addAll(this.arguments.list("--additional_jvm_args"));
    return arguments;
  }

  private static boolean setsHeap(String argument) {
    return argument.startsWith("-Xmx")
        || argument.startsWith("-XX:MaxHeapSize")
        || argument.startsWith("-XX:MaxRAMPercentage");
  }

  /**
   * The JVM's argument that limits the heap: the last that the user has set, or what follows from
   * the limit of memory. A JVM needs more memory than its heap, for classes, compiled code and
   * stacks: the heap is three quarters of the limit. Whoever fills it is out of memory well before
   * the system would notice.
   */
  String heap() throws UsageException {
    int limit = arguments.number("-rss_limit_mb", 0);
    return ownArguments().stream()
        .filter(Setup::setsHeap)
        .reduce((first, last) -> last)
        .orElse("-Xmx" + (limit == 0 ? UNLIMITED_HEAP_MB : heapMegabytes(limit)) + "m");
  }

  private static int heapMegabytes(int limit) {
    return Math.max(SMALLEST_HEAP_MB, limit / 4 * 3);
  }
}
