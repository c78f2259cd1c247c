package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class BranchesFuzzTest {
  @FuzzTest
  void breaks(byte[] data) {
    int sum = 0;
    for (int i = 0; i < data.length && i < 40; i++) {
      if (data[i] == i) {
        sum += i;
      } else if (data[i] < 0) {
        sum--;
      }
    }
    if (sum > 30) {
      throw new IllegalStateException("found");
    }
  }
}
