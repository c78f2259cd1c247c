package io.github.mavenfuzz.campaign;

import java.time.Duration;

/**
 * For how long a campaign has reached nothing new: no coverage and no cause of failure. Belongs to
 * the coordinator's thread.
 */
final class Plateau {
  /** After that it is told; then after twice as long each time. */
  private static final Duration FIRST_TOLD = Duration.ofMinutes(1);

  /** When something new came last, in the time of the budget. */
  private Duration last = Duration.ZERO;

  private Duration next = FIRST_TOLD;
  private long known;

  /**
   * Takes note of what is known now.
   *
   * @param amount grows with everything that is new
   * @param elapsed of the budget
   */
  void update(long amount, Duration elapsed) {
    if (amount > known) {
      known = amount;
      last = elapsed;
      next = FIRST_TOLD;
    }
  }

  /** For how long nothing new has come. */
  Duration length(Duration elapsed) {
    return elapsed.minus(last);
  }

  /**
   * For how long nothing new has come, if that is to be told now.
   *
   * @return null when it has been told, or is not worth it yet
   */
  Duration news(Duration elapsed) {
    Duration length = length(elapsed);
    if (length.compareTo(next) < 0) {
      return null;
    }
    next = length.multipliedBy(2);
    return length;
  }
}
