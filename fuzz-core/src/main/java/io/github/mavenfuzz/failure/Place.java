package io.github.mavenfuzz.failure;

/**
 * A method, and possibly a line of it, by names that are the same in every JVM and at every commit:
 * {@code com.example.Parser.value+3}.
 *
 * @param className binary, without what a generator numbers; empty when the place is unknown
 * @param method without what a compiler numbers
 * @param line below the first of the method, which is line 0; {@link #NO_LINE} when it does not
 *     count or is not known
 */
public record Place(String className, String method, int line) {
  public static final int NO_LINE = -1;

  /** Of a failure of which nobody recorded where it happened. */
  public static final Place UNKNOWN = new Place("", "", NO_LINE);

  /** Class files allow names of 64 KiB. */
  private static final int MAX_NAME = 300;

  public Place {
    className = BoundedText.cut(className, MAX_NAME);
    method = BoundedText.cut(method, MAX_NAME);
  }

  /** The method as a whole. */
  public Place(String className, String method) {
    this(className, method, NO_LINE);
  }

  /** The same method with another line. */
  Place atLine(int other) {
    return other == line ? this : new Place(className, method, other);
  }

  /** Written out: what the JDK makes for records would load method handles in every worker JVM. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && line == place.line
        && className.equals(place.className)
        && method.equals(place.method);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * className.hashCode() + method.hashCode()) + line;
  }

  @Override
  public String toString() {
    if (className.isEmpty()) {
      return "an unknown place";
    }
    String name = className + '.' + method;
    return line < 0 ? name : name + '+' + line;
  }
}
