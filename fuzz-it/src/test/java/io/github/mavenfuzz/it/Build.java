package io.github.mavenfuzz.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one Maven build logged, and what is expected of it. */
public final class Build {
  private final String log;

  Build(String log) {
    this.log = log;
  }

  public Build succeeds() {
    return says("[INFO] BUILD SUCCESS");
  }

  /** Fails as tests do, for what was found in the project. */
  public Build fails(String sentence) {
    return says("[INFO] BUILD FAILURE", sentence, "/MojoFailureException");
  }

  /** Ends in an error, such as one of configuration. */
  public Build breaks(String sentence) {
    return says("[INFO] BUILD FAILURE", sentence, "/MojoExecutionException");
  }

  /** Logs each of these texts. */
  public Build says(String... texts) {
    assertThat(log).contains(texts);
    return this;
  }

  /** Logs none of these texts. */
  public Build doesNotSay(String... texts) {
    assertThat(log).doesNotContain(texts);
    return this;
  }

  /** The texts that a pattern's first group matches, in order. */
  public List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(log).results().map(m -> m.group(1)).toList();
  }

  /** The text that a pattern's first group matches first. */
  public String the(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(log);
    assertThat(matcher.find()).as("%s in %s", pattern, log).isTrue();
    return matcher.group(1);
  }
}
