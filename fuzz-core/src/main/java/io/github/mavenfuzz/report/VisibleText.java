package io.github.mavenfuzz.report;

import java.util.Locale;

/**
 * Makes text harmless that inputs, messages and outputs of the fuzzed project may have shaped: what
 * a terminal would obey, XML forbids or a reader cannot see is written out, such as {@code \u001b}
 * for the character that begins a terminal's commands. The result is legal in XML 1.0.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Text of any number of lines; line feeds and tabs stay. */
  public static String lines(String text) {
    return escape(text.replace("\r\n", "\n"), true);
  }

  /** Text for one line; line feeds and tabs are written out as well. */
  public static String line(String text) {
    return escape(text, false);
  }

  private static String escape(String text, boolean keepLines) {
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c) || keepLines && (c == '\n' || c == '\t')) {
                visible.appendCodePoint(c);
              } else {
                appendEscape(visible, c);
              }
            });
    return visible.toString();
  }

  private static boolean isHarmless(int c) {
    if (c >= ' ' && c < 0x7F) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void appendEscape(StringBuilder visible, int c) {
    switch (c) {
      case '\n' -> visible.append("\\n");
      case '\r' -> visible.append("\\r");
      case '\t' -> visible.append("\\t");
      default -> {
        for (char unit : Character.toChars(c)) {
          visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      }
    }
  }
}
