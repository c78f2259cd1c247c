package io.github.mavenfuzz.it.robustness;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Randomness that can be repeated: {@code -Dfuzz.chaos} says how often something random is done,
 * {@code -Dfuzz.chaosSeed} what makes it the same again.
 */
final class Chaos {
  /** How often something random is done. */
  static final int TIMES = Integer.getInteger("fuzz.chaos", 3);

  private static final long SEED = seed();

  private Chaos() {}

  private static long seed() {
    String given = System.getProperty("fuzz.chaosSeed", "");
    return given.isBlank()
        ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)
        : Long.parseLong(given.strip());
  }

  /**
   * @param row for which the numbers are; it prints what repeats them
   */
  static Random random(String row) {
    System.out.printf("%s: -Dfuzz.chaos=%d -Dfuzz.chaosSeed=%d%n", row, TIMES, SEED);
    return new Random(SEED ^ row.hashCode());
  }
}
