package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads the memory form of an input. A target may have spoilt it: nothing that is read takes more
 * memory than a small multiple of its bytes. For one thread.
 */
final class MemoryReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  /**
   * @param from where the form begins
   * @param to where it ends
   * @throws IndexOutOfBoundsException when that is no part of the array
   */
  MemoryReader(byte[] bytes, int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  boolean flag() throws MalformedInputException {
    long value = number(Byte.BYTES);
    if (value != 0 && value != 1) {
      throw new MalformedInputException("the input has a " + value + " where 0 or 1 should be");
    }
    return value == 1;
  }

  /**
   * Reads a number.
   *
   * @param size how many bytes it has, at most 8
   * @return sign-extended
   */
  long number(int size) throws MalformedInputException {
    demand(size);
    long value = bytes[at];
    for (int i = 1; i < size; i++) {
      value = value << Byte.SIZE | bytes[at + i] & 0xFF;
    }
    at += size;
    return value;
  }

  byte[] run() throws MalformedInputException {
    int length = (int) number(Integer.BYTES);
    demand(length);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private void demand(int length) throws MalformedInputException {
    if (length < 0 || length > end - at) {
      throw new MalformedInputException(
          "the input is cut short: "
              + (end - at)
              + " bytes are left where "
              + length
              + " should be");
    }
  }

  /**
   * @throws MalformedInputException when something is left
   */
  void expectEnd() throws MalformedInputException {
    if (at != end) {
      throw new MalformedInputException((end - at) + " bytes follow the input");
    }
  }
}
