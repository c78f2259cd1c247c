package io.github.mavenfuzz.comm;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Builds what {@link BinaryReader} reads: values one after the other, without names or types, in
 * the order that both sides know.
 */
public final class BinaryWriter {
  /** Stands for a text that is null where others have their length. */
  static final int NULL = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Says which of several forms follows. */
  BinaryWriter tag(int tag) {
    out.write(tag);
    return this;
  }

  BinaryWriter flag(boolean value) {
    return tag(value ? 1 : 0);
  }

  BinaryWriter integer(int value) {
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write(value >>> shift);
    }
    return this;
  }

  BinaryWriter number(long value) {
    return integer((int) (value >>> Integer.SIZE)).integer((int) value);
  }

  BinaryWriter real(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  BinaryWriter constant(Enum<?> value) {
    return tag(value.ordinal());
  }

  BinaryWriter bytes(byte[] value) {
    integer(value.length);
    out.writeBytes(value);
    return this;
  }

  /**
   * As UTF-16 units: the message of an exception may hold a surrogate without its partner.
   *
   * @param value may be null
   */
  BinaryWriter text(String value) {
    if (value == null) {
      return integer(NULL);
    }
    integer(value.length());
    for (int i = 0; i < value.length(); i++) {
      out.write(value.charAt(i) >>> Byte.SIZE);
      out.write(value.charAt(i));
    }
    return this;
  }

  /**
   * @param value may be null; then only that is written
   */
  <T> BinaryWriter optional(T value, BiConsumer<BinaryWriter, T> form) {
    flag(value != null);
    if (value != null) {
      form.accept(this, value);
    }
    return this;
  }

  <T> BinaryWriter list(List<T> values, BiConsumer<BinaryWriter, T> form) {
    integer(values.size());
    values.forEach(value -> form.accept(this, value));
    return this;
  }

  BinaryWriter texts(List<String> values) {
    return list(values, BinaryWriter::text);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
