package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.DictionaryException;
import io.github.mavenfuzz.mutate.DictionaryFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Reads the values of parameters that have a form of their own, and says what is wrong with them.
 */
final class Values {
  private static final Pattern SHORT_DURATION =
      Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)", Pattern.CASE_INSENSITIVE);

  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private static final Pattern PER_CORE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[Cc]");

  private Values() {}

  /**
   * @param values of a list as Maven hands it over, perhaps null, with white space around elements
   *     and with empty ones: in a property it may have one element a line
   */
  static List<String> list(List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(Predicate.not(String::isEmpty))
            .toList();
  }

  /**
   * @param property the parameter's name, for the message
   * @param value such as {@code 90s}, {@code 10m}, {@code 2h} or {@code PT1H30M}
   * @throws MojoExecutionException when it is no duration, or zero, or too long to count
   */
  static Duration duration(String property, String value) throws MojoExecutionException {
    String text = value.strip();
    try {
      Matcher matcher = SHORT_DURATION.matcher(text);
      Duration duration =
          matcher.matches()
              ? UNITS
                  .get(matcher.group(2).toLowerCase(Locale.ROOT))
                  .multipliedBy(Long.parseLong(matcher.group(1)))
              : Duration.parse(text);
      if (!duration.isZero() && !duration.isNegative()) {
        duration.toNanos();
        return duration;
      }
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
      // Falls through to the one message about all of them.
    }
    throw new MojoExecutionException(
        property
            + ": '"
            + value
            + "' is not a duration above zero; write it as 90s, 10m, 2h or PT1H30M.");
  }

  /**
   * @param maxLength of {@code fuzz.maxLength}
   * @param dictionary of {@code fuzz.dictionary}, or null
   * @param traces {@code fuzz.traceComparisons}
   * @throws MojoExecutionException when the length is negative or the dictionary cannot be used
   */
  static RunSettings.Mutation mutation(int maxLength, Path dictionary, boolean traces)
      throws MojoExecutionException {
    if (maxLength < 0) {
      throw new MojoExecutionException(
          "fuzz.maxLength: "
              + maxLength
              + " is negative; set a number of bytes, or 0 to follow the longest seed.");
    }
    try {
      return new RunSettings.Mutation(
          maxLength,
          dictionary == null ? Dictionary.EMPTY : DictionaryFile.read(dictionary),
          traces);
    } catch (DictionaryException e) {
      throw new MojoExecutionException("fuzz.dictionary: " + e.getMessage(), e);
    }
  }

  /**
   * @param value a number such as {@code 2}, or one per core such as {@code 1C} or {@code 0.5C}
   * @param cores of this machine
   * @return at least one
   * @throws MojoExecutionException when it is neither, or zero
   */
  static int workers(String value, int cores) throws MojoExecutionException {
    String text = value.strip();
    try {
      Matcher matcher = PER_CORE.matcher(text);
      if (matcher.matches()) {
        BigDecimal factor = new BigDecimal(matcher.group(1));
        if (factor.signum() > 0) {
          return Math.max(1, factor.multiply(BigDecimal.valueOf(cores)).intValue());
        }
      } else if (Integer.parseInt(text) > 0) {
        return Integer.parseInt(text);
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message about all of them.
    }
    throw new MojoExecutionException(
        "fuzz.workers: '"
            + value
            + "' is not a number of workers above zero; write it as 2, or as 1C for one per core.");
  }
}
