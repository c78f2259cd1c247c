package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class OldFuzzTest {
  @FuzzTest
  void isNotNegative(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("negative");
    }
  }
}
