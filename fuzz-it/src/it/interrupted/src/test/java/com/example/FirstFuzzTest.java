package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class FirstFuzzTest {
  @FuzzTest
  void breaks(byte[] data) {
    if (data.length > 0 && data[0] == '!') {
      throw new IllegalStateException("found");
    }
  }
}
