package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class ParserFuzzTest {
  @FuzzTest
  void parses(String text) {}

  @FuzzTest
  void writes(int number) {}
}
