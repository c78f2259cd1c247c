package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.Text;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.ByteBuffer;

/**
 * One argument while it is being mutated: a run of bytes for arrays and strings, otherwise the bits
 * of a number. Holds private state only, so that a target which changes its argument changes a
 * copy.
 */
public final class Slot {
  private final LeafKind type;
  private final ByteRun bytes;
  private long bits;

  Slot(LeafKind type, int maxLength) {
    this.type = type;
    this.bytes = type.isBytes() ? new ByteRun(maxLength) : null;
  }

  public LeafKind type() {
    return type;
  }

  /** The bytes of an array or a string; null for other types. */
  public ByteRun bytes() {
    return bytes;
  }

  /**
   * The value of a number: sign-extended for the integral types, zero-extended for char, 0 or 1 for
   * boolean, and the IEEE bits for double and, sign-extended from 32, for float.
   */
  public long bits() {
    return bits;
  }

  public void setBits(long bits) {
    this.bits = bits;
  }

  void copyFrom(Slot other) {
    if (bytes != null) {
      bytes.set(other.bytes.array(), other.bytes.length());
    } else {
      bits = other.bits;
    }
  }

  void load(Object value) {
    switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> load((byte[]) value);
      case STRING -> load(Text.encode((String) value));
      case BOOLEAN -> bits = (Boolean) value ? 1 : 0;
      case CHAR -> bits = (Character) value;
      case FLOAT -> bits = Float.floatToRawIntBits((Float) value);
      case DOUBLE -> bits = Double.doubleToRawLongBits((Double) value);
      default -> bits = ((Number) value).longValue();
    }
  }

  private void load(byte[] content) {
    bytes.set(content, content.length);
  }

  /** The bare content: the bytes, or the eight bytes of the bits. */
  public byte[] raw() {
    return bytes != null ? bytes.toArray() : ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
  }

  /** Takes what {@link #raw()} gave. */
  public void loadRaw(byte[] raw) {
    if (bytes != null) {
      load(raw);
    } else {
      bits = ByteBuffer.wrap(raw).getLong();
    }
  }

  /** A fresh value to pass to the target; a string's malformed bytes are U+FFFD in it. */
  Object value() {
    return switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> bytes.toArray();
      case STRING -> Text.decode(bytes.array(), bytes.length());
      case BOOLEAN -> bits != 0;
      case BYTE -> (byte) bits;
      case SHORT -> (short) bits;
      case CHAR -> (char) bits;
      case INT -> (int) bits;
      case LONG -> bits;
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
    };
  }
}
