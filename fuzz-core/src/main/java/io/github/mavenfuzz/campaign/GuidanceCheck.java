package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import io.github.mavenfuzz.coverage.ProbeTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out at the end of a run whether it was guided by what is tested, and what was in the way if
 * not. Belongs to the coordinator's thread.
 */
public final class GuidanceCheck {
  /** Every target loads classes of these, and few are to test them. */
  private static final Set<String> USUAL =
      Set.of("org.junit.", "junit.", "org.opentest4j.", "org.apiguardian.");

  /** A shorter run may not have come far. */
  private static final long FEW_RUNS = 100;

  /** After so many, a test class has shown what it has. */
  private static final long MANY_RUNS = 10_000;

  /** Of the target, or the class that it is nested in. */
  private final String testClass;

  private final ProbeTable probes;

  /** By reason and name, those of the worker JVM that has left out most. */
  private final Map<String, LeftOut> leftOut = new TreeMap<>();

  /**
   * @param className of the target
   * @param probes of the run
   */
  public GuidanceCheck(String className, ProbeTable probes) {
    int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
    this.testClass = nested < 0 ? className : className.substring(0, nested);
    this.probes = probes;
  }

  /** Takes in what a worker JVM has told. */
  public void add(Instrumented instrumented) {
    for (LeftOut some : instrumented.leftOut()) {
      leftOut.merge(
          some.reason().name() + ' ' + some.name(),
          some,
          (one, other) -> one.classes() < other.classes() ? other : one);
    }
  }

  /**
   * A sentence that says that nothing guided the run, and why; null when something did.
   *
   * @param hasIncludes whether some classes are included, and others thus are not
   */
  public String warning(RunStatistics statistics, boolean hasIncludes) {
    if (statistics.runs() < FEW_RUNS || probes.hasCoverageBeyond(testClass)) {
      return null;
    }
    LeftOut cause = likelyCause();
    if (statistics.coveredProbes() > 0 && isUsual(cause) && isGuidedByItself(statistics)) {
      return null;
    }
    String guided =
        statistics.coveredProbes() == 0
            ? "Nothing has guided the fuzzer, for no class with probes was run"
            : "Nothing but the test class itself has guided the fuzzer";
    return "%s: %s.".formatted(guided, reason(cause, hasIncludes));
  }

  private static boolean isUsual(LeftOut cause) {
    return cause == null || cause.reason() == Reason.BY_TIME || USUAL.contains(cause.name());
  }

  /** Whether the test class may have branches enough of its own, and call nothing else. */
  private static boolean isGuidedByItself(RunStatistics statistics) {
    return statistics.newEntries() > 0
        || statistics.findings() > 0
        || statistics.runs() < MANY_RUNS;
  }

  /** Null when no class was left out that could be what is tested. */
  private LeftOut likelyCause() {
    return leftOut.values().stream()
        .min(
            Comparator.<LeftOut, Boolean>comparing(some -> USUAL.contains(some.name()))
                .thenComparing(LeftOut::reason)
                .thenComparing(some -> -some.classes()))
        .orElse(null);
  }

  private String reason(LeftOut cause, boolean hasIncludes) {
    if (cause == null || USUAL.contains(cause.name())) {
      return "what it calls is of the JDK, or native, or was loaded before the fuzzer's agent";
    }
    return cause.reason() == Reason.BY_DEFAULT
        ? cause.text() + include(cause, hasIncludes)
        : cause.text();
  }

  private String include(LeftOut cause, boolean hasIncludes) {
    String pattern = cause.name() + "**";
    String own = testClass.substring(0, testClass.lastIndexOf('.') + 1) + "**";
    List<String> patterns = hasIncludes ? List.of(pattern) : List.of(own, pattern);
    return "; to be guided by them, include " + String.join(",", patterns);
  }
}
