package io.github.mavenfuzz.mutate;

/**
 * Random numbers for mutations, by the generator "PCG XSH RR 64/32" of M. O'Neill (pcg-random.org).
 * All its state is two longs that can be saved and restored, which lets the coordinator replay what
 * a worker did. Not for secrets, and for one thread.
 *
 * <p>Tests subclass it to script the numbers. As long as no subclass is loaded the JIT compiles it
 * like a final class.
 */
public class PcgRandom {
  private static final long MULTIPLIER = 6364136223846793005L;

  private long state;
  private long increment;

  /**
   * @param seed where the sequence starts
   * @param stream which of 2^63 different sequences to take; the highest bit is ignored
   */
  public PcgRandom(long seed, long stream) {
    increment = stream << 1 | 1;
    state = seed;
    step();
    state += seed;
    step();
  }

  /** What {@link #restore} takes first; changes with every number. */
  public final long state() {
    return state;
  }

  /** What {@link #restore} takes second; always odd, the same for all of a sequence. */
  public final long increment() {
    return increment;
  }

  /**
   * Goes on where the generator was that had this state.
   *
   * @throws IllegalArgumentException for an even increment, which no generator has
   */
  public final void restore(long savedState, long savedIncrement) {
    if ((savedIncrement & 1) == 0) {
      throw new IllegalArgumentException("not a PCG increment: " + savedIncrement);
    }
    state = savedState;
    increment = savedIncrement;
  }

  /** 32 random bits. */
  public int nextInt() {
    long x = state;
    step();
    return Integer.rotateRight((int) ((x >>> 18 ^ x) >>> 27), (int) (x >>> 59));
  }

  /** 64 random bits. */
  public final long nextLong() {
    long high = nextInt();
    return high << 32 | nextInt() & 0xFFFF_FFFFL;
  }

  public boolean nextBoolean() {
    return (nextInt() & 1) == 0;
  }

  /**
   * A number of at least 0 and less than {@code bound}, each equally likely; by D. Lemire's "Fast
   * Random Integer Generation in an Interval" (2019), which almost never divides.
   *
   * @throws IllegalArgumentException when {@code bound} is not positive
   */
  public int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("no number is at least 0 and below " + bound);
    }
    long product = (nextInt() & 0xFFFF_FFFFL) * bound;
    if ((product & 0xFFFF_FFFFL) < bound) {
      product = withoutBias(product, bound);
    }
    return (int) (product >>> 32);
  }

  /** Draws again while the product falls into the part that would favour some numbers. */
  private long withoutBias(long first, int bound) {
    long threshold = (1L << 32) % bound;
    long product = first;
    while ((product & 0xFFFF_FFFFL) < threshold) {
      product = (nextInt() & 0xFFFF_FFFFL) * bound;
    }
    return product;
  }

  /** Overwrites the bytes from {@code from} to before {@code to}, four per number drawn. */
  public final void fill(byte[] bytes, int from, int to) {
    int word = 0;
    for (int i = from; i < to; i++) {
      word = (i - from & 3) == 0 ? nextInt() : word >>> 8;
      bytes[i] = (byte) word;
    }
  }

  private void step() {
    state = state * MULTIPLIER + increment;
  }
}
