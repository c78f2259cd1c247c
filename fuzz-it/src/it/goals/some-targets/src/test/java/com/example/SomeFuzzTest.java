package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class SomeFuzzTest {
  @FuzzTest
  void one(int number) {}

  static class Nested {
    @FuzzTest
    void two(byte[] bytes, String text) {}
  }
}
