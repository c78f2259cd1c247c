package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.input.TargetName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/**
 * Words the state of one target's run as a line for the build log, in English whatever the locale.
 * Lives in the coordinator's thread; one for each target, as it remembers the line before.
 */
public final class ProgressLog {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final String name;
  private Duration lastElapsed = Duration.ZERO;
  private long lastRuns;

  /**
   * @param target in a line without the packages of its class, which are long
   */
  public ProgressLog(TargetName target) {
    String packageAndClass = target.className();
    this.name =
        packageAndClass.substring(packageAndClass.lastIndexOf('.') + 1) + '#' + target.methodName();
  }

  /** The next line, without its end; the rate is that since the line before. */
  public String line(RunStatistics statistics) {
    String line =
        String.format(
            Locale.ENGLISH,
            "fuzz: %s, %s, %,d runs (%s/s), %,d/%,d probes, corpus %,d (+%,d), %,d %s",
            name,
            elapsed(statistics.elapsed()),
            statistics.runs(),
            rate(statistics),
            statistics.coveredProbes(),
            statistics.totalProbes(),
            statistics.corpusEntries(),
            statistics.newEntries(),
            statistics.findings(),
            statistics.findings() == 1 ? "finding" : "findings");
    lastElapsed = statistics.elapsed();
    lastRuns = statistics.runs();
    return line;
  }

  /**
   * What to say when nothing new was reached for a while.
   *
   * @param quiet for how long
   */
  public String stale(Duration quiet) {
    return "fuzz: %s has reached nothing new for %s".formatted(name, elapsed(quiet));
  }

  private String rate(RunStatistics statistics) {
    double seconds = statistics.elapsed().minus(lastElapsed).toNanos() / 1e9;
    double rate = seconds > 0 ? (statistics.runs() - lastRuns) / seconds : 0;
    BigDecimal rounded = BigDecimal.valueOf(rate).round(THREE_DIGITS);
    return String.format(Locale.ENGLISH, rate >= 10 || rate == 0 ? "%,.0f" : "%.1f", rounded);
  }

  private static String elapsed(Duration elapsed) {
    if (elapsed.toMinutes() == 0) {
      return elapsed.toSeconds() + " s";
    }
    return elapsed.toHours() == 0
        ? elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s"
        : elapsed.toHours() + " h " + elapsed.toMinutesPart() + " min";
  }
}
