package com.example;

import com.example.first.Length;
import io.github.mavenfuzz.api.FuzzTest;

class LengthFuzzTest {
  @FuzzTest
  void parses(String text) {
    if (!text.startsWith("-")) {
      Length.parse(text);
    }
  }
}
