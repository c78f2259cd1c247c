package com.example;

import com.example.first.Length;
import io.github.mavenfuzz.api.FuzzTest;

class ExactFuzzTest {
  @FuzzTest
  void readsWhatItWrites(int length) {
    if (Length.parse(Integer.toString(length, 36)) != length) {
      throw new AssertionError(length);
    }
  }
}
