package io.github.mavenfuzz.slot;

import java.util.Arrays;

/**
 * Builds the memory form of an input, which {@link MemoryReader} reads: the bits of its slots one
 * after the other, without names or types, the same on every JDK. Equal inputs have equal forms. It
 * is used again and again, so that writing an input allocates nothing once the array is large
 * enough. For one thread.
 */
public final class MemoryWriter {
  private byte[] bytes = new byte[64];
  private int length;

  /** Begins anew. */
  public void clear() {
    length = 0;
  }

  /** The array behind; only its first {@link #length()} bytes belong to the form. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** A copy of the form. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes whether something is so, in one byte. */
  void flag(boolean value) {
    number(value ? 1 : 0, Byte.BYTES);
  }

  /**
   * Writes the lowest bytes of a number, the highest of them first.
   *
   * @param size how many bytes, at most 8
   */
  void number(long value, int size) {
    ensureRoom(size);
    for (int i = size - 1; i >= 0; i--) {
      bytes[length++] = (byte) (value >>> Byte.SIZE * i);
    }
  }

  /** Writes a run of bytes with its length in front, in four bytes. */
  void run(byte[] content, int contentLength) {
    number(contentLength, Integer.BYTES);
    ensureRoom(contentLength);
    System.arraycopy(content, 0, bytes, length, contentLength);
    length += contentLength;
  }

  private void ensureRoom(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - Long.BYTES);
      bytes = Arrays.copyOf(bytes, Math.max(needed, doubled));
    }
  }
}
