package io.github.mavenfuzz.jazzer;

import java.nio.charset.StandardCharsets;

/**
 * Makes a string of any bytes, as Jazzer does: modified UTF-8 is read as what it says, and of every
 * other sequence the bits that are wrong are taken as the right ones. Modified UTF-8 has one to
 * three bytes for each UTF-16 unit: two surrogates for a character beyond U+FFFF, and C0 80 as well
 * as 00 for U+0000. What is left of a character cut short by the end of the bytes, or of a
 * surrogate pair cut short by the maximal length, is taken and dropped.
 *
 * <p>Lives as long as the {@link BytesDataProvider} that owns it; not thread-safe.
 */
final class StringDecoder {
  /** Which characters there are, and whether a backslash has a meaning. */
  enum Form {
    TEXT(false, true),
    ASCII_TEXT(true, true),
    REST(false, false),
    ASCII_REST(true, false);

    /** Whether each byte is a character, of which the top bit does not count. */
    final boolean ascii;

    /** Whether a backslash ends the string, together with the byte after it unless that is one. */
    final boolean escapes;

    Form(boolean ascii, boolean escapes) {
      this.ascii = ascii;
      this.escapes = escapes;
    }
  }

  private static final char[] NONE = {};
  private static final int SURROGATE_LEAD = 0xD;

  private final byte[] data;
  private int position;
  private int to;

  /** Reused from one string to the next; only as long as the longest that needed it. */
  private char[] chars = NONE;

  private int length;

  StringDecoder(byte[] data) {
    this.data = data;
  }

  /** The index of the first byte that the last string did not take. */
  int position() {
    return position;
  }

  /**
   * @param from the index of the first byte
   * @param to one past the index of the last byte that may be taken
   * @param maxLength in UTF-16 units
   */
  String decode(int from, int to, int maxLength, Form form) {
    this.position = from;
    this.to = to;
    skipPlain(maxLength, form.escapes);
    length = position - from;
    if (length == maxLength || position == to || takeEnd(form)) {
      return new String(data, from, length, StandardCharsets.ISO_8859_1);
    }
    int capacity = Math.min(maxLength, to - from);
    if (chars.length < capacity) {
      chars = new char[capacity];
    }
    for (int i = 0; i < length; i++) {
      chars[i] = (char) data[from + i];
    }
    decodeRest(maxLength, form);
    return new String(chars, 0, length);
  }

  /** Skips the bytes that are characters as they stand: most strings consist of these only. */
  private void skipPlain(int maxLength, boolean escapes) {
    int stop = position + Math.min(maxLength, to - position);
    while (position < stop && data[position] >= 0 && !(escapes && data[position] == '\\')) {
      position++;
    }
  }

  private void decodeRest(int maxLength, Form form) {
    while (length < maxLength && position < to) {
      if (takeEnd(form)) {
        return;
      }
      if (form.escapes && isBackslash(position, form)) {
        position++; // the second one is the character
      }
      int lead = data[position];
      if (form.ascii || lead >= 0) {
        chars[length++] = (char) (lead & 0x7F);
        position++;
      } else if (lead < (byte) 0xE0) {
        takeTwo();
      } else {
        takeThree(maxLength);
      }
    }
  }

  /** Whether the string ends at this byte, which is taken then with the one after it. */
  private boolean takeEnd(Form form) {
    if (!form.escapes || !isBackslash(position, form)) {
      return false;
    }
    if (position + 1 < to && isBackslash(position + 1, form)) {
      return false;
    }
    position = Math.min(position + 2, to);
    return true;
  }

  private boolean isBackslash(int index, Form form) {
    return (form.ascii ? data[index] & 0x7F : data[index]) == '\\';
  }

  private void takeTwo() {
    if (isCutShort(2)) {
      return;
    }
    int high = data[position] & 0x1F;
    int low = data[position + 1] & 0x3F;
    if (high <= 1 && (high | low) != 0) {
      high |= 2; // else it would be an ASCII character, which has one byte
    }
    chars[length++] = (char) (high << 6 | low);
    position += 2;
  }

  private void takeThree(int maxLength) {
    if (isCutShort(3)) {
      return;
    }
    int high = data[position] & 0xF;
    int middle = data[position + 1] & 0x3F;
    if (high == 0) {
      middle |= 0x20; // else two bytes would do
    }
    char unit = (char) (high << 12 | middle << 6 | data[position + 2] & 0x3F);
    if (high == SURROGATE_LEAD && (middle & 0x20) != 0) {
      takePair(unit, maxLength);
    } else {
      chars[length++] = unit;
      position += 3;
    }
  }

  /**
   * @param surrogate is made a high one if it is a low one
   */
  private void takePair(char surrogate, int maxLength) {
    if (length + 1 == maxLength) {
      position += 3;
      to = position; // ends the string
      return;
    }
    if (isCutShort(6)) {
      return;
    }
    int middle = data[position + 4] & 0x0F;
    int low = data[position + 5] & 0x3F;
    chars[length++] = (char) (surrogate & ~0x400);
    chars[length++] = (char) (Character.MIN_LOW_SURROGATE | middle << 6 | low);
    position += 6;
  }

  /** Whether there are fewer bytes left than the character needs; they are skipped then. */
  private boolean isCutShort(int bytes) {
    if (to - position >= bytes) {
      return false;
    }
    position = to;
    return true;
  }
}
