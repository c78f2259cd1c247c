package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class PathFuzzTest {
  @FuzzTest
  void fails(byte[] bytes) {
    if (bytes.length > 0) {
      throw new IllegalStateException("not empty");
    }
  }
}
