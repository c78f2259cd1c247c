package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class FareFuzzTest {
  @FuzzTest
  void isNeverNegative(int kilometres, boolean child) {
    if (Fare.cents(kilometres, child) < 0) {
      throw new AssertionError("a negative fare");
    }
  }
}
