package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class DeepFuzzTest {
  private static final String WORD = "deeper";

  /** Each letter that is right leads to new coverage. */
  @FuzzTest
  void descends(String text) {
    int right = 0;
    while (right < Math.min(text.length(), WORD.length())
        && text.charAt(right) == WORD.charAt(right)) {
      right++;
    }
    switch (right) {
      case 1 -> one();
      case 2 -> two();
      case 3 -> three();
      default -> {}
    }
  }

  private static void one() {}

  private static void two() {}

  private static void three() {}
}
