package io.github.mavenfuzz.shrink;

/** Units in a row, of which a trial may take away or simplify any that are neighbours. */
interface Cuttable {
  /** How many units there are now. */
  int size();

  /**
   * Tries to do without some units. Those before them keep their places.
   *
   * @param from the first of them
   * @param to the one after the last, above {@code from}
   * @return whether that was accepted
   */
  boolean cut(int from, int to);

  /** As {@link Trial#isOver()}. */
  boolean isOver();
}
