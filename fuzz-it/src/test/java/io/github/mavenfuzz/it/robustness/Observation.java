package io.github.mavenfuzz.it.robustness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one process did.
 *
 * @param exitCode for one that a signal ended, 128 and the signal's number
 * @param output what it printed on both streams
 * @param elapsed from its start to its end
 */
record Observation(int exitCode, String output, Duration elapsed) {
  private static final Pattern TOKEN = Pattern.compile("(?m)^DEDUP_TOKEN: ([0-9a-f]{12})$");
  private static final Pattern FILE = Pattern.compile("Test unit written to (\\S+)");
  private static final Pattern RUNS =
      Pattern.compile("(?m)^stat::number_of_executed_units: (\\d+)$");

  /** What was found, in the order in which it was told of. */
  List<Found> findings() {
    List<MatchResult> tokens = TOKEN.matcher(output).results().toList();
    List<Found> findings = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      MatchResult token = tokens.get(i);
      int next = i + 1 < tokens.size() ? tokens.get(i + 1).start() : output.length();
      Matcher file = FILE.matcher(output).region(token.end(), next);
      String text = output.substring(start, token.start());
      findings.add(
          new Found(Kind.of(text), token.group(1), text, file.find() ? file.group(1) : null));
      start = token.end();
    }
    return findings;
  }

  /** The runs that it says to have made; -1 when it does not say. */
  long runs() {
    Matcher runs = RUNS.matcher(output);
    return runs.find() ? Long.parseLong(runs.group(1)) : -1;
  }

  /**
   * A finding as it was printed.
   *
   * @param token the same for the same cause
   * @param text what is printed of it, the trace above all
   * @param file the crasher, as a path in the sandbox; null in a replay
   */
  record Found(Kind kind, String token, String text, String file) {}

  /** How a run failed, as the command line tells it. */
  enum Kind {
    HANG("ERROR: libFuzzer: timeout after"),
    OUT_OF_MEMORY("ERROR: libFuzzer: out-of-memory"),
    EXIT("ERROR: libFuzzer: fuzz target exited"),
    SIGNAL("ERROR: libFuzzer: deadly signal"),
    EXCEPTION("\n== Java Exception: ");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }

    private static Kind of(String text) {
      for (Kind kind : values()) {
        if (text.contains(kind.mark)) {
          return kind;
        }
      }
      throw new AssertionError("a finding of an unknown kind: " + text);
    }
  }
}
