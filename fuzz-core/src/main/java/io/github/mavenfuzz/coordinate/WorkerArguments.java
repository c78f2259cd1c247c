package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.worker.WorkerMain;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arguments of a worker JVM, and the file that passes them on to the java launcher. */
final class WorkerArguments {
  private static final Pattern GARBAGE_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

  /**
   * Ten times the usual counts: a JVM for a single run mostly loads classes, and what that makes
   * hot is no use any more when the second compiler is done.
   */
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private WorkerArguments() {}

  /** The content of the file with the arguments of a worker JVM. */
  static byte[] file(Purpose purpose, RunSettings run, Path settingsFile) {
    return of(purpose, run, settingsFile).stream()
        .map(WorkerArguments::quote)
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> of(Purpose purpose, RunSettings run, Path settingsFile) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + run.engine().agentJar() + "=" + settingsFile);
    arguments.addAll(defaults(purpose, run.jvm()));
    run.jvm().systemProperties().forEach((k, v) -> arguments.add("-D" + k + "=" + v));
    arguments.addAll(run.jvm().arguments());
    // The last one counts, and only there it is looked for.
    arguments.add("-XX:ErrorFile=" + run.results().resolve(CrashLogFile.JVM_PATTERN));
    arguments.add("-cp");
    arguments.add(
        Stream.concat(run.engine().classPath().stream(), run.jvm().classPath().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(WorkerMain.class.getName());
    arguments.add(settingsFile.toString());
    return arguments;
  }

  private static List<String> defaults(Purpose purpose, JvmSettings jvm) {
    List<String> arguments = new ArrayList<>();
    // Hot exceptions without a stack could not be told apart.
    arguments.add("-XX:-OmitStackTraceInFastThrow");
    // Probes make methods larger; the interpreter would run the largest ones forever.
    arguments.add("-XX:-DontCompileHugeMethods");
    if (jvm.arguments().stream().noneMatch(GARBAGE_COLLECTOR.asMatchPredicate())) {
      arguments.add("-XX:+UseSerialGC");
    }
    // Else nothing can look at, or even end, a run that is in a long loop over an int.
    arguments.add("-XX:+UseCountedLoopSafepoints");
    arguments.add("-XX:LoopStripMiningIter=1000");
    if (purpose.isForSingleRun()) {
      arguments.addAll(LATE_SECOND_COMPILER);
    }
    arguments.add("-XX:-UsePerfData");
    // The counters on the boot class path rule out part of the class data archive; no news to
    // users.
    arguments.add("-XX:-PrintWarnings");
    arguments.add("-Xmx1g");
    // Who makes classes without end is out of memory too, before the machine is.
    arguments.add("-XX:MaxMetaspaceSize=512m");
    // The crash log says more, and nobody asked for a core in the project's folder.
    arguments.add("-XX:-CreateCoredumpOnCrash");
    arguments.add("-Xss1m");
    arguments.add("-ea");
    return arguments;
  }

  /** One argument as an argument file of the java launcher wants it. */
  static String quote(String argument) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : argument.toCharArray()) {
      switch (c) {
        case '\\', '"' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
