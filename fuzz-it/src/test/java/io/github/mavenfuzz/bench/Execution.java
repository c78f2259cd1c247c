package io.github.mavenfuzz.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What there was to see of a process that has ended.
 *
 * @param lines what it printed, on both streams
 * @param start before it was started
 * @param end after it had ended
 * @param exitCode of its first process; null when it was ended for not ending by itself
 * @param usage of memory and processors
 * @param directory in which it ran
 */
record Execution(
    List<Line> lines, Instant start, Instant end, Integer exitCode, Usage usage, Path directory) {
  private static final int LAST_WORDS = 12;

  /**
   * A line that was printed.
   *
   * @param at when it was read
   */
  record Line(Instant at, String text) {}

  /** The first line in which a pattern finds something. */
  Optional<Match> first(Pattern pattern) {
    return matches(pattern).findFirst();
  }

  /** The last line in which a pattern finds something. */
  Optional<Match> last(Pattern pattern) {
    return matches(pattern).reduce((first, last) -> last);
  }

  private Stream<Match> matches(Pattern pattern) {
    return lines.stream().flatMap(line -> Match.of(pattern, line));
  }

  /** A line with what was looked for, and its groups. */
  record Match(Instant at, MatchResult groups) {
    static Stream<Match> of(Pattern pattern, Line line) {
      Matcher matcher = pattern.matcher(line.text());
      return matcher.find()
          ? Stream.of(new Match(line.at(), matcher.toMatchResult()))
          : Stream.empty();
    }

    long number(int group) {
      return Long.parseLong(groups.group(group));
    }
  }

  /** The last lines, for a sentence about what went wrong. */
  String lastWords() {
    List<String> words =
        lines.stream().map(Line::text).filter(l -> !l.isBlank()).map(String::strip).toList();
    return words.isEmpty()
        ? "none"
        : String.join("\n", words.subList(Math.max(0, words.size() - LAST_WORDS), words.size()));
  }
}
