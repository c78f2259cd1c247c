package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class WordsFuzzTest {
  @FuzzTest
  void countsNoMoreThanThereAre(String text) {
    if (Words.count(text) > (text.length() + 1) / 2) {
      throw new AssertionError(text);
    }
  }
}
