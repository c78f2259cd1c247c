package io.github.mavenfuzz.jazzer;

import java.io.ByteArrayOutputStream;

/** Makes the bytes of which {@link StringDecoder} makes a string. */
final class StringEncoder {
  private StringEncoder() {}

  /**
   * @param maxLength of the string that was asked for, in UTF-16 units
   * @return null when no bytes give that string
   */
  static byte[] encode(String text, int maxLength, StringDecoder.Form form) {
    if (text.length() > maxLength || form.ascii && text.chars().anyMatch(c -> c > 0x7F)) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
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
    if (form.escapes && text.length() < maxLength) {
      out.write('\\');
      out.write(0);
    }
    return out.toByteArray();
  }
}
