package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class InitializerFuzzTest {
  static final int LIMIT = Integer.parseInt("ten");

  @FuzzTest
  void neverRuns(int number) {}
}
