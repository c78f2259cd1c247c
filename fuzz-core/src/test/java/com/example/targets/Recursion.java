package com.example.targets;

/** Fails at the bottom of a recursion. */
public final class Recursion {
  /** What does not fail above the depth of which a JVM records all frames. */
  private static final int LEAST = 100;

  private Recursion() {}

  /** Fails when it is told to go down far enough. */
  public static void descend(int depth) {
    if (depth >= LEAST) {
      step(depth);
    }
  }

  private static void step(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("bottom");
    }
    step(depth - 1);
  }
}
