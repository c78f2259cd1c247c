package io.github.mavenfuzz.shrink;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A run of symbols as units that can be cut out: single symbols, words, or lines. */
final class RunUnits implements Cuttable {
  /** Says where a unit ends. */
  @FunctionalInterface
  private interface Bound {
    boolean isBetween(int before, int after);
  }

  private final Trial<int[]> trial;
  private int[] run;
  private int count;

  /** Where each unit starts, and behind them where the last one ends; null for single symbols. */
  private final int[] starts;

  private RunUnits(int[] run, Trial<int[]> trial, int[] starts) {
    this.trial = trial;
    this.run = run;
    this.starts = starts;
    this.count = starts == null ? run.length : starts.length - 1;
  }

  static RunUnits symbols(int[] run, Trial<int[]> trial) {
    return new RunUnits(run, trial, null);
  }

  /** Lines, each with its end. */
  static RunUnits lines(int[] run, Trial<int[]> trial) {
    return of(run, trial, (before, after) -> before == '\n');
  }

  /** Words, white space, and every other character alone. */
  static RunUnits tokens(int[] run, Trial<int[]> trial) {
    return of(run, trial, (before, after) -> kind(before) != kind(after) || kind(before) == 0);
  }

  private static int kind(int symbol) {
    return Run.isWordPart(symbol) ? 2 : Run.isSpace(symbol) ? 1 : 0;
  }

  private static RunUnits of(int[] run, Trial<int[]> trial, Bound bound) {
    IntStream inner =
        IntStream.range(1, run.length).filter(i -> bound.isBetween(run[i - 1], run[i]));
    IntStream ends = run.length == 0 ? IntStream.of(0) : IntStream.of(0, run.length);
    return new RunUnits(run, trial, IntStream.concat(inner, ends).sorted().toArray());
  }

  int[] run() {
    return run;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public boolean cut(int from, int to) {
    int first = starts == null ? from : starts[from];
    int end = starts == null ? to : starts[to];
    int[] candidate = Run.without(run, first, end);
    if (!trial.accepts(candidate)) {
      return false;
    }
    run = candidate;
    if (starts != null) {
      for (int i = to; i <= count; i++) {
        starts[i - (to - from)] = starts[i] - (end - first);
      }
    }
    count -= to - from;
    return true;
  }

  @Override
  public boolean isOver() {
    return trial.isOver();
  }

  @Override
  public String toString() {
    return count + " units of " + Arrays.toString(run);
  }
}
