package io.github.mavenfuzz.comm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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
    return put(ByteBuffer.allocate(Integer.BYTES).putInt(value));
  }

  BinaryWriter number(long value) {
    return put(ByteBuffer.allocate(Long.BYTES).putLong(value));
  }

  BinaryWriter real(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  BinaryWriter constant(Enum<?> value) {
    return tag(value.ordinal());
  }

  BinaryWriter bytes(byte[] value) {
    integer(value.length);
    return put(ByteBuffer.wrap(value));
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
    ByteBuffer units = ByteBuffer.allocate(value.length() * Character.BYTES);
    units.asCharBuffer().put(value);
    return put(units);
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

  /**
   * @param whole all of its array
   */
  private BinaryWriter put(ByteBuffer whole) {
    out.writeBytes(whole.array());
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
