package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class TrimFuzzTest {
  @FuzzTest
  void trimsNothingTwice(String text) {
    String trimmed = text.trim();
    if (!trimmed.equals(trimmed.trim())) {
      throw new AssertionError(text);
    }
  }
}
