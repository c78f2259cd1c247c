package io.github.mavenfuzz.boot;

/**
 * What one comparison of a run looked at, in a tracing JVM. Values are copies: a target may change
 * its own afterwards.
 *
 * <p>Example: {@code header.startsWith("GET ")} with the header {@code PUT /} is {@code (17, START,
 * "PUT /", "GET ")}, where 17 is the place of the call in the code.
 *
 * @param site where it is in the code, as the agent numbers it
 * @param left a {@code Long}, {@code Double}, {@code String}, {@link Bytes}, {@link Elements} or a
 *     value of the JDK's
 * @param right the same; null where the site or the relation tell what was wanted
 */
public record Comparison(int site, Relation relation, Object left, Object right) {

  /** What has to hold between the two for the comparison to go the other way. */
  public enum Relation {
    /** Two whole numbers. */
    NUMBERS,
    /** Two numbers whose bits are those of floats, as doubles. */
    FLOATS,
    DOUBLES,
    /** The left number is to be one of the keys of a switch. */
    KEYS,
    /** Both are equal. */
    EQUAL,
    /** Both texts are equal but for upper and lower case. */
    CASELESS,
    /** The left text begins with the right one. */
    START,
    /** The left text ends with the right one. */
    END,
    /** The right text is somewhere in the left one. */
    PART,
    /** The left text matches the right one, a regular expression. */
    PATTERN,
    /** The left text is to be one of the words of a switch. */
    WORDS
  }
}
