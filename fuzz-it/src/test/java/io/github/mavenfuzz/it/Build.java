package io.github.mavenfuzz.it;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one Maven build logged, and what is expected of it. Expectations that are not met throw an
 * {@link AssertionError}; none returns a value, because the invoker wants none from a script.
 */
public final class Build {
  private final String log;

  Build(String log) {
    this.log = log;
  }

  /** A text without the colours of a terminal. */
  static String plain(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** Where a regular expression matches, in order. */
  List<MatchResult> matches(Pattern pattern) {
    return pattern.matcher(log).results().toList();
  }

  /** Ends well, and logs these texts. */
  public void succeeds(String... texts) {
    says("[INFO] BUILD SUCCESS");
    says(texts);
  }

  /** Fails as for a test, because of what was found in the project, and logs these texts. */
  public void fails(String... texts) {
    says("[INFO] BUILD FAILURE", "/MojoFailureException");
    says(texts);
  }

  /** Ends in an error, such as one of configuration, and logs these texts. */
  public void breaks(String... texts) {
    says("[INFO] BUILD FAILURE", "/MojoExecutionException");
    says(texts);
  }

  /** Logs each of these texts. */
  public void says(String... texts) {
    List<String> missing = Arrays.stream(texts).filter(t -> !log.contains(t)).toList();
    if (!missing.isEmpty()) {
      throw new AssertionError(
          "The build does not say: " + String.join("\nnor: ", missing) + "\nbut:\n" + end());
    }
  }

  /** Logs none of these texts. */
  public void doesNotSay(String... texts) {
    List<String> there = Arrays.stream(texts).filter(log::contains).toList();
    if (!there.isEmpty()) {
      throw new AssertionError("The build says: " + String.join("\nand: ", there));
    }
  }

  /** What the first group of a regular expression matches, in order; for a look at details. */
  public List<String> find(String regex) {
    return Pattern.compile(regex).matcher(log).results().map(m -> m.group(1)).toList();
  }

  /** For the message of what is not as expected. */
  private String end() {
    return log.substring(Math.max(0, log.length() - 4000));
  }
}
