package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class PairFuzzTest {
  @FuzzTest
  void adds(int a, int b) {}
}
