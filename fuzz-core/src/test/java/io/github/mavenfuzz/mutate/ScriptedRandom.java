package io.github.mavenfuzz.mutate;

/** Draws what a test says, and complains about draws that the test did not expect. */
final class ScriptedRandom extends PcgRandom {
  private final int[] draws;
  private int next;

  ScriptedRandom(int... draws) {
    super(0, 0);
    this.draws = draws;
  }

  boolean isUsedUp() {
    return next == draws.length;
  }

  @Override
  public int nextInt() {
    if (next == draws.length) {
      throw new AssertionError("draws more often than the " + next + " times of the script");
    }
    return draws[next++];
  }

  /** 1 in the script is true. */
  @Override
  public boolean nextBoolean() {
    return below(2) == 1;
  }

  @Override
  public int below(int bound) {
    int draw = nextInt();
    if (draw < 0 || draw >= bound) {
      throw new AssertionError("draw " + (next - 1) + " is below " + bound + ", not " + draw);
    }
    return draw;
  }
}
