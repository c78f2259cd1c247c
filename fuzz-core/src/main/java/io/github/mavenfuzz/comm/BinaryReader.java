package io.github.mavenfuzz.comm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what {@link BinaryWriter} wrote. It may have been written by a JVM that the target has
 * spoilt: nothing that is read takes more memory than a small multiple of its bytes.
 *
 * <p>Every method throws {@link IllegalStateException} or {@link BufferUnderflowException} when
 * something else was written.
 */
final class BinaryReader {
  private final ByteBuffer in;

  BinaryReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  int tag() {
    return in.get();
  }

  boolean flag() {
    return in.get() != 0;
  }

  int integer() {
    return in.getInt();
  }

  long number() {
    return in.getLong();
  }

  double real() {
    return Double.longBitsToDouble(in.getLong());
  }

  /**
   * @param constants all that there are
   */
  <T extends Enum<T>> T constant(T[] constants) {
    int ordinal = tag();
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new IllegalStateException("there is no constant " + ordinal);
    }
    return constants[ordinal];
  }

  byte[] bytes() {
    byte[] value = new byte[length(Byte.BYTES)];
    in.get(value);
    return value;
  }

  String text() {
    in.mark();
    if (in.getInt() == BinaryWriter.NULL) {
      return null;
    }
    in.reset();
    char[] units = new char[length(Character.BYTES)];
    in.asCharBuffer().get(units);
    in.position(in.position() + units.length * Character.BYTES);
    return new String(units);
  }

  <T> T optional(Function<BinaryReader, T> form) {
    return flag() ? form.apply(this) : null;
  }

  <T> List<T> list(Function<BinaryReader, T> form) {
    int length = length(Byte.BYTES);
    List<T> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      values.add(form.apply(this));
    }
    return values;
  }

  List<String> texts() {
    return list(BinaryReader::text);
  }

  /** The number of elements that follow, each of so many bytes at least. */
  private int length(int size) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining() / size) {
      throw new IllegalStateException("there are no " + length + " elements");
    }
    return length;
  }

  /** Demands that everything has been read. */
  void expectEnd() {
    if (in.hasRemaining()) {
      throw new IllegalStateException(in.remaining() + " bytes follow");
    }
  }
}
