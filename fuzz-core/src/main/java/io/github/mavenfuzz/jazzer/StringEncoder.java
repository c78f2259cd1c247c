package io.github.mavenfuzz.jazzer;

import java.io.ByteArrayOutputStream;

/** Makes the bytes of which {@link StringDecoder} makes a string. */
final class StringEncoder {
  /** The first byte of a character; nothing is made of it alone. */
  private static final int CUT_SHORT = 0xC2;

  private StringEncoder() {}

  /**
   * @param maxLength of the string that was asked for, in UTF-16 units
   * @return null when no bytes give that string
   */
  static byte[] encode(String text, int maxLength, StringDecoder.Form form) {
    if (text.length() > maxLength || !isPossible(text, form)) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(text, form, out);
    if (form.escapes && text.length() < maxLength) {
      out.write('\\');
      out.write(0);
    }
    if (out.size() == 1) { // would be dropped if it were the last one
      out.write(CUT_SHORT);
    }
    return out.toByteArray();
  }

  private static boolean isPossible(String text, StringDecoder.Form form) {
    return form.ascii
        ? text.chars().allMatch(c -> c < 0x80) && (form.escapes || text.length() != 1)
        : text.codePoints().noneMatch(c -> c <= 0xFFFF && Character.isSurrogate((char) c));
  }

  private static void write(String text, StringDecoder.Form form, ByteArrayOutputStream out) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        out.write(unit);
        if (unit == '\\' && form.escapes) {
          out.write(unit);
        }
      } else if (unit < 0x800) {
        out.write(0xC0 | unit >> 6);
        out.write(0x80 | unit & 0x3F);
      } else {
        out.write(0xE0 | unit >> 12);
        out.write(0x80 | unit >> 6 & 0x3F);
        out.write(0x80 | unit & 0x3F);
      }
    }
  }
}
