package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class BrokenFuzzTest {
  @FuzzTest
  void fails(boolean flag) {
    throw new IllegalStateException("broken");
  }
}
