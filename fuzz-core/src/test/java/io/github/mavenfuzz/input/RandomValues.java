package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.LeafKind;
import java.util.Random;

/** Random values of every type, those that are hard to write down included. */
public final class RandomValues {
  private static final String[] ODD_TEXT = {
    "\uD800", "\uDC00", "😀", "\u202E", "\uFFFD", "\uFEFF", "\"", "\\", "\0", "\n", "ä", "\u2028"
  };

  private RandomValues() {}

  public static Object next(LeafKind type, Random random) {
    return switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> bytes(random);
      case STRING -> text(random);
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) random.nextInt();
      case SHORT -> (short) random.nextInt();
      case CHAR -> (char) random.nextInt();
      case INT -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> Float.intBitsToFloat(random.nextInt() | nanExponent(random, 0x7F80_0000));
      case DOUBLE ->
          Double.longBitsToDouble(
              random.nextLong() | (long) nanExponent(random, 0x7FF0_0000) << 32);
    };
  }

  private static int nanExponent(Random random, int exponent) {
    return random.nextInt(4) == 0 ? exponent : 0;
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      switch (random.nextInt(3)) {
        case 0 -> text.append(ODD_TEXT[random.nextInt(ODD_TEXT.length)]);
        case 1 -> text.append((char) random.nextInt(0x10000));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
