package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class SecondFuzzTest {
  @FuzzTest
  void runs(byte[] data) {}
}
