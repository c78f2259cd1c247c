package io.github.mavenfuzz.failure;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What a failure is told by: its cause, and the way that led there. Failures of one cause are one
 * finding; those that came on another way are its variants.
 */
public record Signature(Cause cause, CallPath path) {
  /** A failure of which no callers are known. */
  public Signature(Cause cause) {
    this(cause, CallPath.NONE);
  }

  /**
   * Whether two failures have the same cause as far as can be told. It does not matter how deep in
   * a recursion they happened, nor how it was entered: what was thrown and the place to blame are
   * the same at every depth, and two runaway recursions that share a method are one.
   */
  public boolean hasCauseOf(Signature other) {
    return cause.equals(other.cause) || isRecursionOf(other);
  }

  /**
   * The same for two failures of one input, of which one may have been seen less exactly than the
   * other.
   */
  boolean isLike(Signature other) {
    return cause.isLike(other.cause) || isRecursionOf(other);
  }

  private boolean isRecursionOf(Signature other) {
    return cause.isStackOverflow()
        && cause.hasThrownLike(other.cause)
        && !Collections.disjoint(methods(), other.methods());
  }

  private Set<Place> methods() {
    Set<Place> methods = new HashSet<>(cause.places());
    methods.addAll(path.callers());
    methods.remove(Place.UNKNOWN);
    return methods;
  }

  /** Written out: what the JDK makes for records would load method handles in every worker JVM. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature
        && cause.equals(signature.cause)
        && path.equals(signature.path);
  }

  @Override
  public int hashCode() {
    return 31 * cause.hashCode() + path.hashCode();
  }

  /**
   * {@code java.lang.IllegalStateException at a.Parser.value+3 < a.Parser.array < a.Parser.read}.
   */
  @Override
  public String toString() {
    String way = path.toString();
    return way.isEmpty() ? cause.toString() : cause + " < " + way;
  }
}
