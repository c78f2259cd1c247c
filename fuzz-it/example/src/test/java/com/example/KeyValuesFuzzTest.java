package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class KeyValuesFuzzTest {

  /** Clean: no input breaks it. */
  @FuzzTest
  static void parses(String text) {
    KeyValues.parse(text);
  }
}
