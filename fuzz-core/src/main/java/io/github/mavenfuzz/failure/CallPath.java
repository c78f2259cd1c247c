package io.github.mavenfuzz.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * On which way a run came to the place to blame.
 *
 * @param callers of that place, innermost first, at most two; what lies between two calls of the
 *     same method is left out. Before them the place itself with its line, where that is not part
 *     of the cause. Of a runaway recursion its other methods in alphabetical order
 * @param cut whether the way began further out than the JVM has recorded
 */
public record CallPath(List<Place> callers, boolean cut) {
  /** Nothing is known, or nothing counts. */
  public static final CallPath NONE = new CallPath(List.of(), false);

  private static final String BETWEEN = " < ";

  public CallPath {
    callers = List.copyOf(callers);
  }

  /** The same path from a line of the place to blame. */
  CallPath from(Place line) {
    List<Place> all = new ArrayList<>(List.of(line));
    all.addAll(callers);
    return new CallPath(all, cut);
  }

  /** Whether another way may be the one of which this is the innermost part. */
  boolean mayBe(CallPath other) {
    return equals(other)
        || cut
            && other.callers.size() >= callers.size()
            && other.callers.subList(0, callers.size()).equals(callers);
  }

  static String join(List<Place> places) {
    return places.stream().map(Place::toString).collect(Collectors.joining(BETWEEN));
  }

  /** Written out: what the JDK makes for records would load method handles in every worker JVM. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CallPath path && cut == path.cut && callers.equals(path.callers);
  }

  @Override
  public int hashCode() {
    return 31 * callers.hashCode() + (cut ? 1 : 0);
  }

  /** {@code com.example.Parser.array < com.example.Parser.read}. */
  @Override
  public String toString() {
    String known = join(callers);
    return !cut ? known : known.isEmpty() ? "..." : known + BETWEEN + "...";
  }
}
