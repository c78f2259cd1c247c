package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class OuterFuzzTest {
  @FuzzTest
  void runs(String text) {
    Outer.isLong(text);
  }
}
