package io.github.mavenfuzz.maven;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties that a build was started with, by {@code -D}, as the command repeats them that
 * reproduces a finding: all that may change how a target runs.
 */
final class UserProperties {
  /** They steer the search for findings, or say where things go, and change no run of a target. */
  private static final Set<String> OF_FUZZING =
      Set.of(
          "fuzz.corpusDirectory",
          "fuzz.dictionary",
          "fuzz.duration",
          "fuzz.excludes",
          "fuzz.executions",
          "fuzz.failFast",
          "fuzz.includes",
          "fuzz.input",
          "fuzz.maxLength",
          "fuzz.reportsDirectory",
          "fuzz.resultsDirectory",
          "fuzz.seed",
          "fuzz.skip",
          "fuzz.stopWhenStale",
          "fuzz.test",
          "fuzz.testFailureIgnore",
          "fuzz.traceComparisons",
          "fuzz.trimStackTrace",
          "fuzz.workers");

  /** They belong to the machine, to Maven's installation and to its log, and not to the project. */
  private static final Pattern OF_MACHINE =
      Pattern.compile(
          "maven\\.(repo|installation|project|user)\\..*|session\\..*"
              + "|(maven\\.)?style\\.color|org\\.slf4j\\..*");

  private static final Pattern SECRET_WORD =
      Pattern.compile(".*(password|passwd|pwd|passphrase|token|secret|credentials?|apikey)");
  private static final Pattern SECRET_WORDS =
      Pattern.compile("(^|.* )(api|private|access|secret) key( .*|$)");

  /** A user's name and password in an address. */
  private static final Pattern SECRET_VALUE = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");

  private final Properties properties;
  private final MavenConfigFile config;

  /**
   * @param config what it sets is set in every clone
   */
  UserProperties(Properties properties, MavenConfigFile config) {
    this.properties = properties;
    this.config = config;
  }

  /** The words of a command, in the order of names. */
  List<String> words() {
    return names().filter(name -> !isSecret(name)).map(n -> "-D" + n + '=' + value(n)).toList();
  }

  /** The names of properties that a log had better not show, by their names and values. */
  List<String> secrets() {
    return names().filter(this::isSecret).toList();
  }

  private Stream<String> names() {
    return properties.stringPropertyNames().stream()
        .filter(Predicate.not(OF_FUZZING::contains))
        .filter(name -> !OF_MACHINE.matcher(name).matches())
        .filter(name -> !config.defines(name, value(name)))
        .sorted();
  }

  private String value(String name) {
    return properties.getProperty(name);
  }

  private boolean isSecret(String name) {
    String words =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .replaceAll("[^A-Za-z0-9]+", " ")
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.split(" ")).anyMatch(word -> SECRET_WORD.matcher(word).matches())
        || SECRET_WORDS.matcher(words).matches()
        || SECRET_VALUE.matcher(value(name)).find();
  }
}
