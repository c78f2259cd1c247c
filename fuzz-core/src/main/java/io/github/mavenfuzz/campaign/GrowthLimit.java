package io.github.mavenfuzz.campaign;

/**
 * How far mutations may grow inputs at the moment: little at first, and further whenever short
 * inputs bring nothing new. Short inputs run faster, and what is found is easier to go on from.
 * Belongs to the coordinator's thread.
 *
 * <p>Example: with the first limit of 64 bytes and no finds, 24 slices later it is 4 KiB.
 */
final class GrowthLimit {
  private static final int FIRST = 64;

  /** A slice without a find lets inputs grow by one part of so many. */
  private static final int STEP = 5;

  private final int most;
  private int limit;

  /**
   * @param longest input that a person has written, in bytes
   * @param most bytes to which any mutation may grow an argument
   */
  GrowthLimit(int longest, int most) {
    this.most = most;
    this.limit = Math.min(most, Math.max(FIRST, longest));
  }

  /** In bytes. */
  int current() {
    return limit;
  }

  /**
   * Takes note of a slice.
   *
   * @param found how many inputs with new coverage it has brought
   */
  void sliceDone(int found) {
    if (found == 0) {
      limit = (int) Math.min(most, (long) limit + limit / STEP + 1);
    }
  }
}
