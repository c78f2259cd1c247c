package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class LoadableFuzzTest {
  @FuzzTest
  void runs(int number) {}
}
