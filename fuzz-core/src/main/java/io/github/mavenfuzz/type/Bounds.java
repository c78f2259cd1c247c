package io.github.mavenfuzz.type;

/**
 * What limits the values of a leaf, both ends included.
 *
 * @param min the least value of an integral type, or the least length of bytes and of a string in
 *     UTF-8, in bytes
 * @param max the greatest of the same
 * @param floor the least value of a float or double
 * @param ceiling the greatest of the same
 * @param notANumber whether a float or double may be NaN
 * @param alphabet what a string may consist of
 */
public record Bounds(
    long min, long max, double floor, double ceiling, boolean notANumber, Alphabet alphabet) {
  /** Everything that the Java type allows. */
  public static final Bounds NONE =
      new Bounds(
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          true,
          Alphabet.ANY);

  /** The characters that a string may have. */
  public enum Alphabet {
    ANY,
    /** U+0000 to U+007F. */
    ASCII,
    /** Characters of a segment of a URL's path that need no escape, by RFC 3986. */
    URL_SEGMENT;

    private static final String URL_PUNCTUATION = "-._~!$&'()*+,;=:@";

    /** Whether a string may contain the character, a UTF-16 unit. */
    public boolean contains(int c) {
      return switch (this) {
        case ANY -> true;
        case ASCII -> c < 0x80;
        case URL_SEGMENT ->
            c < 0x80 && Character.isLetterOrDigit(c) || URL_PUNCTUATION.indexOf(c) >= 0;
      };
    }
  }

  /**
   * Whether these are {@link #NONE}; a record's own comparison takes a worker JVM 25 ms at first.
   */
  public boolean isNone() {
    return min == NONE.min && max == NONE.max && allowsEveryReal() && alphabet == NONE.alphabet;
  }

  /** Whether a float or double may have the value. */
  public boolean allows(double value) {
    return Double.isNaN(value) ? notANumber : value >= floor && value <= ceiling;
  }

  /** Whether a float or double may have every value. */
  public boolean allowsEveryReal() {
    return notANumber && floor == Double.NEGATIVE_INFINITY && ceiling == Double.POSITIVE_INFINITY;
  }

  public Bounds withRange(long least, long greatest) {
    return new Bounds(least, greatest, floor, ceiling, notANumber, alphabet);
  }

  public Bounds withReals(double least, double greatest, boolean orNotANumber) {
    return new Bounds(min, max, least, greatest, orNotANumber, alphabet);
  }

  public Bounds withAlphabet(Alphabet only) {
    return new Bounds(min, max, floor, ceiling, notANumber, only);
  }
}
