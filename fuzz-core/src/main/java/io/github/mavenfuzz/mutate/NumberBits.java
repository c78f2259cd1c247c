package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.type.LeafKind;

/** Numbers in the form of {@link io.github.mavenfuzz.slot.Slot#bits()}. */
final class NumberBits {
  private NumberBits() {}

  /** How many bits a value of the type has: 1 to 64. */
  static int width(LeafKind type) {
    return switch (type) {
      case BOOLEAN -> 1;
      case BYTE -> 8;
      case SHORT, CHAR -> 16;
      case INT, FLOAT -> 32;
      case LONG, DOUBLE -> 64;
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA, STRING -> throw notANumber(type);
    };
  }

  /** Keeps the type's bits and extends them as the type demands. */
  static long wrap(long bits, LeafKind type) {
    return switch (type) {
      case BOOLEAN -> bits & 1;
      case BYTE -> (byte) bits;
      case SHORT -> (short) bits;
      case CHAR -> (char) bits;
      case INT, FLOAT -> (int) bits;
      case LONG, DOUBLE -> bits;
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA, STRING -> throw notANumber(type);
    };
  }

  /** The value of a float or a double. */
  static double toDouble(long bits, LeafKind type) {
    return type == LeafKind.FLOAT
        ? Float.intBitsToFloat((int) bits)
        : Double.longBitsToDouble(bits);
  }

  /** The bits of a float or a double; beyond the range of float they are those of an infinity. */
  static long ofDouble(double value, LeafKind type) {
    return type == LeafKind.FLOAT
        ? Float.floatToIntBits((float) value)
        : Double.doubleToLongBits(value);
  }

  private static IllegalArgumentException notANumber(LeafKind type) {
    return new IllegalArgumentException(type.javaName() + " is not a number");
  }
}
