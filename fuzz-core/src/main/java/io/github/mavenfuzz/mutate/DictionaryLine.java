package io.github.mavenfuzz.mutate;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a dictionary, such as {@code "SELECT"}, {@code keyword="SELECT"} or {@code keyword@2
 * = "SELECT"}: the word is what lies between the first quotation mark and the last, which ends the
 * line. What is before the first is for people, but for a level. In the word {@code \\} is a
 * backslash, {@code \"} a quotation mark and {@code \xAB} the byte 0xAB. A quotation mark needs no
 * backslash before it; before anything else a backslash means nothing.
 *
 * @param text without blanks around it; its characters stand for bytes
 */
record DictionaryLine(String text) {
  static final String PROBLEM =
      "the word is not in quotation marks; a line is name=\"word\" or \"word\", with \\\\, \\\""
          + " and \\xAB for special bytes.";

  private static final Pattern LEVEL = Pattern.compile("\\w*@(\\d{1,9})");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|([\\\\\"])|)", Pattern.DOTALL);

  /** Whether the line means nothing. */
  boolean isComment() {
    return text.isEmpty() || text.startsWith("#");
  }

  boolean isWord() {
    return text.endsWith("\"") && text.indexOf('"') < text.length() - 1;
  }

  /** How much the word matters, 0 the most; 0 without a level. */
  int level() {
    Matcher level = LEVEL.matcher(text);
    return level.lookingAt() ? Integer.parseInt(level.group(1)) : 0;
  }

  /** The word, which may be empty. */
  String word() {
    return ESCAPE
        .matcher(text.substring(text.indexOf('"') + 1, text.length() - 1))
        .replaceAll(found -> Matcher.quoteReplacement(unescaped(found)));
  }

  private static String unescaped(MatchResult escape) {
    if (escape.group(1) != null) {
      return Character.toString(Integer.parseInt(escape.group(1), 16));
    }
    return escape.group(2) == null ? "" : escape.group(2);
  }
}
