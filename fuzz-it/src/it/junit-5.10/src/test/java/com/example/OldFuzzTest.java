package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class OldFuzzTest {
  @FuzzTest
  static void isStatic(String text) {
    throw new IllegalStateException("static targets are run, too");
  }

  @FuzzTest
  void isNotNegative(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
  }
}
