package io.github.mavenfuzz.hint;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A form in which an input may hold a number that its target compares. */
enum NumberForm {
  BYTES_8(8, false),
  BYTES_8_LITTLE(8, true),
  BYTES_4(4, false),
  BYTES_4_LITTLE(4, true),
  DECIMAL(0, false),
  BYTES_3(3, false),
  BYTES_3_LITTLE(3, true),
  BYTES_2(2, false),
  BYTES_2_LITTLE(2, true),
  HEXADECIMAL(0, false),
  UPPER_HEXADECIMAL(0, false),
  OCTAL(0, false),
  /** A character beyond ASCII. */
  CHARACTER(0, false),
  BYTE(1, false);

  private static final byte[] NONE = {};

  private final int size;
  private final boolean little;

  NumberForm(int size, boolean little) {
    this.size = size;
    this.little = little;
  }

  /** How many bytes it has; 0 when that depends on the number. */
  int size() {
    return size;
  }

  /** The bytes of a number in this form; none when it has none. */
  byte[] encode(long number) {
    return switch (this) {
      case DECIMAL -> ascii(Long.toString(number));
      case HEXADECIMAL -> number < 10 ? NONE : ascii(Long.toHexString(number));
      case UPPER_HEXADECIMAL ->
          number < 10 ? NONE : ascii(Long.toHexString(number).toUpperCase(Locale.ROOT));
      case OCTAL -> number < 8 ? NONE : ascii(Long.toOctalString(number));
      case CHARACTER -> character(number);
      default -> fits(number) ? raw(number, size, little) : NONE;
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] character(long number) {
    boolean valid =
        number > 0x7F
            && number <= Character.MAX_CODE_POINT
            && !(number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE);
    return valid ? Character.toString((int) number).getBytes(StandardCharsets.UTF_8) : NONE;
  }

  /** Whether the bytes hold the number, with or without a sign. */
  private boolean fits(long number) {
    int bits = size * Byte.SIZE;
    return bits == Long.SIZE || number >= -(1L << bits - 1) && number < 1L << bits;
  }

  static byte[] raw(long number, int size, boolean little) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[little ? i : size - 1 - i] = (byte) (number >>> i * Byte.SIZE);
    }
    return bytes;
  }

  /** The forms of a floating number: its bits in both orders, and its text. */
  static byte[][] ofReal(double number, boolean single) {
    int size = single ? Float.BYTES : Double.BYTES;
    long bits =
        single ? Float.floatToRawIntBits((float) number) : Double.doubleToRawLongBits(number);
    return new byte[][] {
      raw(bits, size, false),
      raw(bits, size, true),
      ascii(text(number, single)),
      ascii(plain(number, single))
    };
  }

  private static String text(double number, boolean single) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : shortest(number, single);
  }

  private static String plain(double number, boolean single) {
    return Double.isFinite(number) ? new BigDecimal(shortest(number, single)).toPlainString() : "";
  }

  /** Of a float as many digits as tell it from other floats: so it stands in a text. */
  private static String shortest(double number, boolean single) {
    return single ? Float.toString((float) number) : Double.toString(number);
  }
}
