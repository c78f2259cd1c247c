package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class NumbersFuzzTest {
  @FuzzTest
  void sums(String list, int times) {
    for (int i = 0; i < Math.min(times, 3); i++) {
      Numbers.sum(list);
    }
  }
}
