package io.github.mavenfuzz.maven;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Quotes the words of a command for a POSIX shell. */
final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,#@%+-]+");

  private ShellWord() {}

  /** One word, in one line, quoted only where it must be. */
  static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return word.chars().anyMatch(Character::isISOControl)
        ? "$'" + escaped(word) + "'"
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    for (char c : word.toCharArray()) {
      if (Character.isISOControl(c)) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          escaped.append('\\').append(octal(b & 0xFF));
        }
      } else {
        escaped.append(c == '\\' || c == '\'' ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  private static String octal(int value) {
    return Integer.toOctalString(0b1_000_000_000 | value).substring(1);
  }
}
