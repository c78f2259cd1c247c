package io.github.mavenfuzz.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine's default arguments for worker JVMs. Those that the user has chosen otherwise, and
 * those that a JVM does not know, are left out.
 */
public final class JvmDefaults {
  private static final Pattern FLAG = Pattern.compile("-XX:[+-]?(\\w+).*");
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  /** Stands for {@link JvmSetup#heapMegabytes}. */
  private static final String HEAP = "-Xmx";

  private static final String STACK = "-Xss1m";
  private static final String ASSERTIONS = "-ea";

  /**
   * Ten times the usual counts: a JVM for a single run mostly loads classes, and when the second
   * compiler is done with that code, it is no longer used.
   */
  private static final List<String> LATE_SECOND_COMPILER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** A JVM that runs each input once is done before what the second compiler makes pays. */
  private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  private static final List<String> ALL =
      List.of(
          // Hot exceptions without a stack could not be told apart.
          "-XX:-OmitStackTraceInFastThrow",
          // Probes make methods larger; the interpreter would run the largest ones forever.
          "-XX:-DontCompileHugeMethods",
          COLLECTOR,
          // Otherwise a run in a long loop over an int can be neither looked at nor ended.
          "-XX:+UseCountedLoopSafepoints",
          "-XX:LoopStripMiningIter=1000",
          "-XX:-UsePerfData",
          // The counters on the boot class path rule out part of the class data archive; users need
          // not know.
          "-XX:-PrintWarnings",
          HEAP,
          // A target that makes classes without end runs out of memory before the machine does.
          "-XX:MaxMetaspaceSize=512m",
          // The crash log says more, and a core dump in the project's folder is a nuisance.
          "-XX:-CreateCoredumpOnCrash",
          STACK,
          ASSERTIONS);

  private JvmDefaults() {}

  /**
   * The defaults that the user has not replaced, and that the JVM has not refused.
   *
   * @param heapMegabytes the largest heap
   * @param refused of the defaults, as {@link #blamedBy} names them
   */
  static List<String> of(
      JvmPurpose purpose, UserOptions chosen, int heapMegabytes, Set<String> refused) {
    List<String> arguments = new ArrayList<>(ALL);
    if (purpose.isForSingleRun()) {
      arguments.addAll(LATE_SECOND_COMPILER);
    } else if (purpose == JvmPurpose.TRACE) {
      arguments.add(FIRST_COMPILER_ONLY);
    }
    arguments.removeAll(refused);
    arguments.removeIf(argument -> givesWay(argument, chosen, heapMegabytes));
    arguments.replaceAll(argument -> argument.equals(HEAP) ? HEAP + heapMegabytes + 'm' : argument);
    return arguments;
  }

  private static boolean givesWay(String argument, UserOptions chosen, int heapMegabytes) {
    return switch (argument) {
      case COLLECTOR -> chosen.chooseCollector();
      case HEAP -> chosen.needHeapBeyond((long) heapMegabytes << 20);
      case STACK -> chosen.setStackSize();
      case ASSERTIONS -> chosen.setAssertions();
      default -> chosen.setFlag(flag(argument));
    };
  }

  private static String flag(String argument) {
    Matcher flag = FLAG.matcher(argument);
    return flag.matches() ? flag.group(1) : "";
  }

  /**
   * The defaults that a JVM names when it does not start: it does not know the flag, or another
   * setting excludes it.
   *
   * @param output of the JVM
   */
  public static List<String> blamedBy(String output) {
    List<String> all = new ArrayList<>(ALL);
    all.addAll(LATE_SECOND_COMPILER);
    all.add(FIRST_COMPILER_ONLY);
    return all.stream().filter(argument -> blame(argument).test(output)).toList();
  }

  private static Predicate<String> blame(String argument) {
    String sign =
        switch (argument) {
          case COLLECTOR -> "UseSerialGC|garbage collectors selected|collector combinations";
          case HEAP -> "maximum heap size|" + HEAP + "\\d+m";
          case STACK -> "thread stack size|" + STACK;
          case ASSERTIONS -> "nrecognized option: -ea";
          default -> "\\b" + flag(argument) + "\\b";
        };
    return Pattern.compile(sign).asPredicate();
  }
}
