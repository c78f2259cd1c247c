package io.github.mavenfuzz.input;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Strings as bytes and back: UTF-8, and a surrogate without its partner as the three bytes that
 * UTF-8 would give its code point. So every Java string has a byte form, and a mutation of bytes
 * can arrive at every Java string. Bytes that are neither become U+FFFD.
 */
public final class Text {
  private static final int SURROGATE_LEAD = 0xED;

  /** The first byte is the lowest of the eight. */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Text() {}

  public static String decode(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      i = nextNonAscii(bytes, i, length);
      if (i < length && isSurrogate(bytes, i, length)) {
        return decodeWithSurrogates(bytes, length, i);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The index of the first byte that is no ASCII character, or the length; eight at a time. */
  private static int nextNonAscii(byte[] bytes, int from, int length) {
    int i = from;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      long nonAscii = (long) LONGS.get(bytes, i) & 0x8080808080808080L;
      if (nonAscii != 0) {
        return i + Long.numberOfTrailingZeros(nonAscii) / Byte.SIZE;
      }
    }
    while (i < length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static String decodeWithSurrogates(byte[] bytes, int length, int first) {
    StringBuilder text = new StringBuilder(length);
    int done = 0;
    for (int i = first; i < length; i++) {
      if (isSurrogate(bytes, i, length)) {
        text.append(new String(bytes, done, i - done, StandardCharsets.UTF_8));
        text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
        done = i + 3;
        i += 2;
      }
    }
    return text.append(new String(bytes, done, length - done, StandardCharsets.UTF_8)).toString();
  }

  private static boolean isSurrogate(byte[] bytes, int at, int length) {
    return (bytes[at] & 0xFF) == SURROGATE_LEAD
        && at + 2 < length
        && (bytes[at + 1] & 0xE0) == 0xA0
        && (bytes[at + 2] & 0xC0) == 0x80;
  }

  public static byte[] encode(String text) {
    int lone = nextLoneSurrogate(text, 0);
    if (lone == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    int done = 0;
    while (lone < text.length()) {
      bytes.writeBytes(text.substring(done, lone).getBytes(StandardCharsets.UTF_8));
      char c = text.charAt(lone);
      bytes.write(SURROGATE_LEAD);
      bytes.write(0x80 | c >> 6 & 0x3F);
      bytes.write(0x80 | c & 0x3F);
      done = lone + 1;
      lone = nextLoneSurrogate(text, done);
    }
    bytes.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** The text with U+FFFD for each surrogate that has no partner. */
  public static String withoutLoneSurrogates(String text) {
    int lone = nextLoneSurrogate(text, 0);
    if (lone == text.length()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text);
    for (; lone < text.length(); lone = nextLoneSurrogate(text, lone + 1)) {
      replaced.setCharAt(lone, '\uFFFD');
    }
    return replaced.toString();
  }

  /** The index of the first surrogate without its partner, or the length when there is none. */
  static int nextLoneSurrogate(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return text.length();
  }
}
