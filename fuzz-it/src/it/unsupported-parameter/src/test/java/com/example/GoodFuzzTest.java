package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class GoodFuzzTest {
  @FuzzTest
  void runs(byte[] file) {}
}
