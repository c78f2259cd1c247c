package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class LostFuzzTest {
  private final Lost lost = new Lost();

  @FuzzTest
  void neverRuns(int number) {
    if (lost.hashCode() == number) {
      throw new IllegalStateException();
    }
  }
}
