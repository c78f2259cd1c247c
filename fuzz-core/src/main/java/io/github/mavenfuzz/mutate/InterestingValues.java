package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.type.LeafKind;
import java.util.stream.LongStream;

/**
 * Numbers at which programs tend to change their behaviour. The first three tables are those of the
 * Go fuzzer (which took them from AFL); each contains all shorter ones.
 */
final class InterestingValues {
  static final long[] OF_8_BITS = {-128, -1, 0, 1, 16, 32, 64, 100, 127};

  static final long[] OF_16_BITS =
      with(OF_8_BITS, -32768, -129, 128, 255, 256, 512, 1000, 1024, 4096, 32767);

  static final long[] OF_32_BITS =
      with(
          OF_16_BITS,
          Integer.MIN_VALUE,
          -100663046,
          -32769,
          32768,
          65535,
          65536,
          100663045,
          Integer.MAX_VALUE);

  /** Also around the limits of int, and of the integers that a double holds exactly. */
  static final long[] OF_64_BITS =
      with(
          OF_32_BITS,
          Long.MIN_VALUE,
          -(1L << 53) - 1,
          Integer.MIN_VALUE - 1L,
          Integer.MAX_VALUE + 1L,
          (1L << 32) - 1,
          1L << 32,
          (1L << 53) + 1,
          Long.MAX_VALUE);

  /** ASCII's limits and white space, and what Unicode treats apart in the first 65536. */
  static final long[] OF_CHAR = {
    0, '\t', '\n', '\r', ' ', '0', 'A', 0x7F, 0x80, 0xA0, 0xFF, 0x100, 0x7FF, 0x800, 0x2028, 0x7FFF,
    0x8000, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF
  };

  private static final double[] OF_FLOAT = {
    0d,
    -0d,
    1,
    -1,
    0.5,
    0.1f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    0x1p24,
    0x1p31,
    -0x1p31,
    0x1p63
  };

  private static final double[] OF_DOUBLE = {
    0d,
    -0d,
    1,
    -1,
    0.5,
    0.1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    0x1p31,
    -0x1p31,
    0x1p53,
    0x1p63,
    -0x1p63
  };

  private InterestingValues() {}

  /** The values of an integral type; a table to read only. */
  static long[] ofIntegral(LeafKind type) {
    return switch (type) {
      case BYTE -> OF_8_BITS;
      case SHORT -> OF_16_BITS;
      case CHAR -> OF_CHAR;
      case INT -> OF_32_BITS;
      default -> OF_64_BITS;
    };
  }

  /** The values of float or double; a table to read only. */
  static double[] ofFloating(LeafKind type) {
    return type == LeafKind.FLOAT ? OF_FLOAT : OF_DOUBLE;
  }

  private static long[] with(long[] shorter, long... more) {
    return LongStream.concat(LongStream.of(shorter), LongStream.of(more)).toArray();
  }
}
