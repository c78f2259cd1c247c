package io.github.mavenfuzz.slot;

import java.util.Arrays;

/**
 * A run of bytes that mutations change in place, growing as needed up to a fixed length. How far
 * its array has grown is never visible to a mutation: both sides of a replay must decide alike.
 */
public final class ByteRun {
  /** An array larger than this is not kept for content of which it is many times the length. */
  private static final int LARGE = 1 << 14;

  private static final int FIRST_CAPACITY = 16;

  private int maxLength;
  private byte[] bytes;
  private int length;

  /**
   * @param maxLength the length that no insertion may pass; zero forbids insertions
   * @throws IllegalArgumentException for a negative length
   */
  public ByteRun(int maxLength) {
    if (maxLength < 0) {
      throw new IllegalArgumentException("a run of bytes cannot have a length of " + maxLength);
    }
    this.maxLength = maxLength;
    this.bytes = new byte[0];
  }

  /** The array behind; only its first {@link #length()} bytes belong to the run. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public int maxLength() {
    return maxLength;
  }

  /** Changes the length that no insertion may pass; the content stays as it is. */
  void setMaxLength(int maxLength) {
    this.maxLength = maxLength;
  }

  /** A copy of exactly the run's bytes. */
  public byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Replaces the content; a seed may be longer than {@link #maxLength()} and then only shrinks. */
  public void set(byte[] content, int contentLength) {
    if (bytes.length > LARGE && contentLength < bytes.length / 16) {
      bytes = new byte[contentLength];
    }
    ensureCapacity(contentLength);
    System.arraycopy(content, 0, bytes, 0, contentLength);
    length = contentLength;
  }

  /** Whether the other run has the same bytes. */
  public boolean isSame(ByteRun other) {
    return Arrays.equals(bytes, 0, length, other.bytes, 0, other.length);
  }

  /** Whether {@code more} bytes can be inserted. */
  public boolean hasRoomFor(int more) {
    return more <= maxLength - length;
  }

  /** Shifts everything from {@code at} back by {@code size}; the gap's content is undefined. */
  public void insertGap(int at, int size) {
    if (!hasRoomFor(size)) {
      throw new IllegalArgumentException(length + " + " + size + " bytes exceed " + maxLength);
    }
    ensureCapacity(length + size);
    System.arraycopy(bytes, at, bytes, at + size, length - at);
    length += size;
  }

  /**
   * Puts a part of another run in the place of the bytes from {@code from} to before {@code to}.
   *
   * @param other not this run
   */
  public void replace(int from, int to, ByteRun other, int otherFrom, int size) {
    replace(from, to, other.bytes, otherFrom, size);
  }

  /** As {@link #replace(int, int, ByteRun, int, int)}, with a part of an array. */
  public void replace(int from, int to, byte[] other, int otherFrom, int size) {
    int grows = size - (to - from);
    if (grows > 0) {
      insertGap(to, grows);
    } else if (grows < 0) {
      remove(to + grows, to);
    }
    System.arraycopy(other, otherFrom, bytes, from, size);
  }

  public void remove(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    length -= to - from;
  }

  private void ensureCapacity(int needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(FIRST_CAPACITY, bytes.length * 2)));
    }
  }
}
