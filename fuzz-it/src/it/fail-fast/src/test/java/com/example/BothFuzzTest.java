package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class BothFuzzTest {
  @FuzzTest
  void first(int number) {
    throw new IllegalStateException("first");
  }

  @FuzzTest
  void second(int number) {
    throw new IllegalStateException("second");
  }
}
