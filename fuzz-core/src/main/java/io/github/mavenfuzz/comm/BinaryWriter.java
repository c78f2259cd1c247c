package io.github.mavenfuzz.comm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Builds what {@link BinaryReader} reads: values one after the other, without names or types, in
 * the order that both sides know.
 */
final class BinaryWriter {
  /** Stands for a text that is null where others have their length. */
  static final int NULL = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** A write, which memory does not let fail. */
  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }

  private BinaryWriter write(Write write) {
    try {
      write.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says which of several forms follows. */
  BinaryWriter tag(int tag) {
    return write(() -> out.writeByte(tag));
  }

  BinaryWriter flag(boolean value) {
    return write(() -> out.writeBoolean(value));
  }

  BinaryWriter integer(int value) {
    return write(() -> out.writeInt(value));
  }

  BinaryWriter number(long value) {
    return write(() -> out.writeLong(value));
  }

  BinaryWriter real(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  BinaryWriter constant(Enum<?> value) {
    return tag(value.ordinal());
  }

  BinaryWriter bytes(byte[] value) {
    integer(value.length);
    return write(() -> out.write(value));
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
    return write(() -> out.writeChars(value));
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
    return bytes.toByteArray();
  }
}
