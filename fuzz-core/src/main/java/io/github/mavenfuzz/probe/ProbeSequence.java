package io.github.mavenfuzz.probe;

/** The probes of one class: an index each, and once the class is numbered, a number each. */
final class ProbeSequence {
  /** A number whose code is as long as that of any other. */
  private static final int LONGEST_TO_PUSH = Short.MAX_VALUE;

  /** The number of the first probe; negative as long as the class is not numbered. */
  private int first = -1;

  private int count;

  private final String counters;

  /**
   * @param counters the internal name of the class that has them
   */
  ProbeSequence(String counters) {
    this.counters = counters;
  }

  String counters() {
    return counters;
  }

  ProbeNode next() {
    return new ProbeNode(this, count++);
  }

  int count() {
    return count;
  }

  void startAt(int number) {
    first = number;
  }

  int number(int index) {
    return first < 0 ? LONGEST_TO_PUSH : first + index;
  }
}
