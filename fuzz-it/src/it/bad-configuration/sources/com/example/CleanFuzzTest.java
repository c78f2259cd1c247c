package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class CleanFuzzTest {
  @FuzzTest
  void runs(int number) {}
}
