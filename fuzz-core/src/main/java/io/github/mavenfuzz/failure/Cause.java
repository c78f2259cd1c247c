package io.github.mavenfuzz.failure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The cause of a failure: what was thrown, and the place to blame. Two inputs that fail for the
 * same cause are one finding. Neither messages nor callers count.
 *
 * @param kind how the run failed
 * @param thrown the class of the root cause; without a throwable a word such as {@code hang}, or
 *     the name of a signal
 * @param issue the class of the outermost exception that states a severity; null when there is
 *     none, or when that is what was thrown
 * @param places the place to blame; of a hang up to three that lead to it, innermost first; none
 *     when the stack has no frame of the project
 */
public record Cause(FailureKind kind, String thrown, String issue, List<Place> places) {
  static final String HANG = "hang";
  private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();
  private static final String STACK_OVERFLOW = StackOverflowError.class.getName();
  private static final int MAX_NAME = 300;

  public Cause {
    thrown = BoundedText.cut(thrown, MAX_NAME);
    issue = BoundedText.cut(issue, MAX_NAME);
    places = List.copyOf(places);
  }

  public Cause(FailureKind kind, String thrown, List<Place> places) {
    this(kind, thrown, null, places);
  }

  /** Twelve hexadecimal digits that stand for the cause, the same everywhere. */
  public String id() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Whether a run did not return. */
  public boolean isHang() {
    return kind == FailureKind.HANG;
  }

  /** Whether the JVM threw an OutOfMemoryError. */
  public boolean isOutOfMemory() {
    return kind == FailureKind.OUT_OF_MEMORY && thrown.equals(OUT_OF_MEMORY);
  }

  /** Whether the stack was full. */
  public boolean isStackOverflow() {
    return isStackOverflow(thrown);
  }

  static boolean isStackOverflow(String thrown) {
    return STACK_OVERFLOW.equals(thrown);
  }

  /** Whether it is known what was thrown, but not where. */
  public boolean isUnplaced() {
    return places.equals(List.of(Place.UNKNOWN));
  }

  /**
   * Whether the callers of the place tell one way to it from another. Those of a hang are part of
   * the cause; where a runaway recursion ended or memory ran out is chance.
   */
  public boolean hasWays() {
    boolean isChance = isHang() || kind == FailureKind.OUT_OF_MEMORY || isStackOverflow();
    return !isChance && !places.isEmpty() && !isUnplaced();
  }

  /**
   * Whether one and the same cause may be seen in both ways. A loop may be looked at while it is
   * always in the same call, so of two hangs one may have more places than the other, and none when
   * the JVM did not let anything look. A failure whose place was not recorded may have any.
   */
  boolean isLike(Cause other) {
    return equals(other)
        || isOuterPartOf(other)
        || other.isOuterPartOf(this)
        || hasThrownLike(other) && (isUnplaced() || other.isUnplaced());
  }

  private boolean isOuterPartOf(Cause other) {
    int more = other.places.size() - places.size();
    return isHang()
        && hasThrownLike(other)
        && more >= 0
        && other.places.subList(more, other.places.size()).equals(places);
  }

  /** Whether the same was thrown, wherever. */
  boolean hasThrownLike(Cause other) {
    return kind == other.kind
        && thrown.equals(other.thrown)
        && (issue == null ? other.issue == null : issue.equals(other.issue));
  }

  /** Written out: what the JDK makes for records would load method handles in every worker JVM. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cause cause && hasThrownLike(cause) && places.equals(cause.places);
  }

  @Override
  public int hashCode() {
    return 31 * thrown.hashCode() + places.hashCode();
  }

  /** {@code java.lang.IllegalStateException at com.example.Parser.value+3}. */
  @Override
  public String toString() {
    String what = issue == null ? thrown : issue + " by " + thrown;
    return places.isEmpty() ? what : what + " at " + CallPath.join(places);
  }
}
