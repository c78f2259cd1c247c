package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class FlakyFuzzTest {
  private int runs;

  @FuzzTest
  void failsOnce(int number) {
    if (++runs == 500) {
      throw new IllegalStateException("once");
    }
  }
}
