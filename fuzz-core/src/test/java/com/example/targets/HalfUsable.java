package com.example.targets;

import io.github.mavenfuzz.api.FuzzTest;

/** Targets that can be run beside one that cannot. */
public final class HalfUsable {
  private HalfUsable() {}

  /** Has no instances of its own. */
  public abstract static class Contract<T> {
    @FuzzTest
    void inherited(T value) {}
  }

  /** Inherits one target and has another, which is unusable. */
  public static final class OfText extends Contract<String> {
    @FuzzTest
    void unusable(Thread thread) {}
  }
}
