package io.github.mavenfuzz.maven;

import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.util.cli.CommandLineUtils;

/** Splits a line of JVM arguments as a shell would. */
final class ArgLine {
  private static final Pattern LATE = Pattern.compile("@\\{([^}]+)}");

  private final Properties projectProperties;
  private final Properties userProperties;

  /**
   * @param userProperties those of the command line, which win
   */
  ArgLine(Properties projectProperties, Properties userProperties) {
    this.projectProperties = projectProperties;
    this.userProperties = userProperties;
  }

  /**
   * @param line may be null; {@code @{name}} stands for a property's value, or for nothing when
   *     there is no such property
   * @throws MojoExecutionException when a quotation mark is not closed
   */
  List<String> split(String line) throws MojoExecutionException {
    if (line == null) {
      return List.of();
    }
    try {
      return List.of(CommandLineUtils.translateCommandline(joinLines(replaceProperties(line))));
    } catch (Exception e) {
      throw new MojoExecutionException(
          "fuzz.argLine: '" + line + "' cannot be split into arguments, " + e.getMessage() + ".");
    }
  }

  private String replaceProperties(String line) {
    return LATE.matcher(line)
        .replaceAll(
            match -> {
              String name = match.group(1);
              String value = projectProperties.getProperty(name, "");
              return Matcher.quoteReplacement(userProperties.getProperty(name, value));
            });
  }

  /** Only a blank ends an argument for Plexus; in quotation marks everything stays as it is. */
  private static String joinLines(String line) {
    StringBuilder joined = new StringBuilder();
    char quotationMark = 0;
    for (char c : line.toCharArray()) {
      if (quotationMark == 0 && (c == '"' || c == '\'')) {
        quotationMark = c;
      } else if (c == quotationMark) {
        quotationMark = 0;
      }
      joined.append(quotationMark == 0 && Character.isWhitespace(c) ? ' ' : c);
    }
    return joined.toString();
  }
}
