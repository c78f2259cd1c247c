package com.example;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.mavenfuzz.api.FuzzTest;

class ModeFuzzTest {
  static class Strict {
    @FuzzTest
    void decodes(int value) {
      assertFalse(Boolean.getBoolean("lenient"), "the profile was switched off");
      Codec.decode(value, System.getProperty("mode"));
    }
  }
}
