package io.github.mavenfuzz.input;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns names that a class file has into names of files or directories: valid on Linux, macOS and
 * Windows, no way out of a directory, and different for different names. Ordinary names stay as
 * they are; else {@code %} and two hexadecimal digits, or {@code %u} and four, stand for a UTF-16
 * unit.
 */
public final class FileName {
  /** The most bytes of a file name on all common file systems. */
  private static final int MAX_BYTES = 255;

  /** Not possible in what is written for a unit, so that no other name has such an end. */
  private static final String HASH_MARK = "%~";

  private static final int HASH_DIGITS = 16;

  /** Names that Windows takes for a device, with or without an extension. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FileName() {}

  /**
   * @param name any text that is not empty
   * @param rest how many bytes are put before and behind it
   */
  public static String of(String name, int rest) {
    StringBuilder safe = new StringBuilder(name.length() + HASH_DIGITS);
    boolean device = DEVICE.matcher(name).matches();
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      boolean first = safe.isEmpty();
      boolean last = i == name.length();
      if (isForbidden(c) || first && device || last && (c == '.' || c == ' ')) {
        appendEscape(safe, c);
      } else {
        safe.appendCodePoint(c);
      }
    }
    int room = MAX_BYTES - rest;
    return length(safe) <= room ? safe.toString() : shortened(safe, name, room);
  }

  private static boolean isForbidden(int c) {
    if ("%<>:\"/\\|?*".indexOf(c) >= 0) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void appendEscape(StringBuilder safe, int c) {
    for (char unit : Character.toChars(c)) {
      safe.append(String.format(Locale.ROOT, unit <= 0xFF ? "%%%02x" : "%%u%04x", (int) unit));
    }
  }

  private static String shortened(StringBuilder safe, String name, int room) {
    int left = room - HASH_MARK.length() - HASH_DIGITS;
    safe.setLength(Math.min(safe.length(), room));
    while (length(safe) > left) {
      int last = safe.codePointBefore(safe.length());
      safe.setLength(safe.length() - Character.charCount(last));
    }
    String hash = Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
    return safe + HASH_MARK + hash.substring(0, HASH_DIGITS);
  }

  private static int length(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
