package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class SkippedFuzzTest {
  @FuzzTest
  void alwaysFails(int number) {
    throw new IllegalStateException("must not run");
  }
}
