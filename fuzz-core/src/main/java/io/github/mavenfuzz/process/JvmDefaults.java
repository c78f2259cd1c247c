package io.github.mavenfuzz.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arguments of worker JVMs that give way: to what the user has chosen, and to a JVM that does not
 * know them.
 */
public final class JvmDefaults {
  private static final Pattern FLAG = Pattern.compile("-XX:[+-]?(\\w+).*");
  private static final String COLLECTOR = "-XX:+UseSerialGC";
  private static final String HEAP = "-Xmx1g";
  private static final long HEAP_BYTES = 1L << 30;
  private static final String STACK = "-Xss1m";
  private static final String ASSERTIONS = "-ea";

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

  private static final List<String> ALL =
      List.of(
          // Hot exceptions without a stack could not be told apart.
          "-XX:-OmitStackTraceInFastThrow",
          // Probes make methods larger; the interpreter would run the largest ones forever.
          "-XX:-DontCompileHugeMethods",
          COLLECTOR,
          // Else nothing can look at, or even end, a run that is in a long loop over an int.
          "-XX:+UseCountedLoopSafepoints",
          "-XX:LoopStripMiningIter=1000",
          "-XX:-UsePerfData",
          // The counters on the boot class path rule out part of the class data archive; no news
          // to users.
          "-XX:-PrintWarnings",
          HEAP,
          // Who makes classes without end is out of memory too, before the machine is.
          "-XX:MaxMetaspaceSize=512m",
          // The crash log says more, and nobody asked for a core in the project's folder.
          "-XX:-CreateCoredumpOnCrash",
          STACK,
          ASSERTIONS);

  private JvmDefaults() {}

  /** Those that the user has not chosen otherwise. */
  static List<String> of(JvmPurpose purpose, UserOptions chosen) {
    List<String> arguments = new ArrayList<>(ALL);
    if (purpose.isForSingleRun()) {
      arguments.addAll(LATE_SECOND_COMPILER);
    }
    arguments.removeIf(argument -> givesWay(argument, chosen));
    return arguments;
  }

  private static boolean givesWay(String argument, UserOptions chosen) {
    return switch (argument) {
      case COLLECTOR -> chosen.chooseCollector();
      case HEAP -> chosen.needHeapBeyond(HEAP_BYTES);
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
   * Those that a JVM names when it does not start: it knows no such flag, or has another setting
   * that rules one out.
   *
   * @param output of the JVM
   */
  public static List<String> blamedBy(String output) {
    List<String> all = new ArrayList<>(ALL);
    all.addAll(LATE_SECOND_COMPILER);
    return all.stream().filter(argument -> blame(argument).test(output)).toList();
  }

  private static Predicate<String> blame(String argument) {
    String sign =
        switch (argument) {
          case COLLECTOR -> "UseSerialGC|garbage collectors selected|collector combinations";
          case HEAP -> "maximum heap size|" + HEAP;
          case STACK -> "thread stack size|" + STACK;
          case ASSERTIONS -> "nrecognized option: -ea";
          default -> "\\b" + flag(argument) + "\\b";
        };
    return Pattern.compile(sign).asPredicate();
  }
}
