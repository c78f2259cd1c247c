package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class HeaderFuzzTest {
  @FuzzTest
  void value(String line) {
    Header.value(line);
  }
}
