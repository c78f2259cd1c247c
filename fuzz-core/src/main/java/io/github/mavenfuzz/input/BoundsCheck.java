package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.LeafType;
import java.util.Locale;

/** Says how a value in a file is out of its type's bounds. */
final class BoundsCheck {
  private final ValuePlace place;

  BoundsCheck(ValuePlace place) {
    this.place = place;
  }

  /**
   * @param value of the Java type
   * @return the same value
   */
  Object check(LeafType type, Object value) throws MalformedInputException {
    if (type.bounds().isNone()) {
      return value;
    }
    if (value instanceof String text) {
      checkAlphabet(type, text);
      checkLength(type, Text.encode(text).length, " in UTF-8");
    } else if (value instanceof byte[] bytes) {
      checkLength(type, bytes.length, "");
    } else if (type.kind().isReal()) {
      checkReal(type, ((Number) value).doubleValue(), value);
    } else if (value instanceof Number number) {
      checkIntegral(type, number.longValue(), value);
    } else if (value instanceof Character c) {
      checkIntegral(type, c, (int) c);
    } else {
      checkIntegral(type, (Boolean) value ? 1 : 0, value);
    }
    return value;
  }

  /**
   * How many of something there may be, to follow a noun; empty when that is not limited.
   *
   * @param unit such as {@code element}
   */
  static String quantity(long least, long greatest, String unit) {
    if (least == greatest) {
      return " of exactly " + counted(least, unit);
    }
    if (greatest >= Integer.MAX_VALUE) {
      return least <= 0 ? "" : " of at least " + counted(least, unit);
    }
    return least <= 0
        ? " of at most " + counted(greatest, unit)
        : String.format(Locale.ROOT, " of %,d to %s", least, counted(greatest, unit));
  }

  /** Such as {@code 1 element} or {@code 2 elements}; {@code bytes in UTF-8} are one unit. */
  static String counted(long count, String unit) {
    int noun = unit.indexOf(' ') < 0 ? unit.length() : unit.indexOf(' ');
    String ending = count == 1 ? "" : unit.charAt(noun - 1) == 'y' ? "ies" : "s";
    int stem = ending.equals("ies") ? noun - 1 : noun;
    return String.format(
        Locale.ROOT, "%,d %s%s%s", count, unit.substring(0, stem), ending, unit.substring(noun));
  }

  private void checkLength(LeafType type, int length, String encoding)
      throws MalformedInputException {
    if (length < type.least() || length > type.greatest()) {
      String unit = "byte" + encoding;
      throw place.malformed(
          "has " + counted(length, unit), type, quantity(type.least(), type.greatest(), unit));
    }
  }

  private void checkAlphabet(LeafType type, String text) throws MalformedInputException {
    Bounds.Alphabet alphabet = type.bounds().alphabet();
    for (int i = 0; i < text.length(); i++) {
      if (!alphabet.contains(text.charAt(i))) {
        throw place.malformed(
            String.format(
                Locale.ROOT, "has the character U+%04X at index %d", (int) text.charAt(i), i),
            type,
            alphabet == Bounds.Alphabet.ASCII
                ? " of ASCII characters"
                : " of characters that a segment of a URL can have");
      }
    }
  }

  private void checkIntegral(LeafType type, long value, Object shown)
      throws MalformedInputException {
    if (value < type.least() || value > type.greatest()) {
      throw place.malformed(
          "is " + shown, type, " from " + type.least() + " to " + type.greatest());
    }
  }

  private void checkReal(LeafType type, double value, Object shown) throws MalformedInputException {
    Bounds bounds = type.bounds();
    if (!bounds.allows(value)) {
      throw place.malformed(
          "is " + shown,
          type,
          " from "
              + bounds.floor()
              + " to "
              + bounds.ceiling()
              + (bounds.notANumber() ? " or NaN" : ""));
    }
  }
}
