package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class KeyValuesFuzzTest {

  /** Clean: no input breaks it. */
  @FuzzTest
  void parses(String text) {
    KeyValues.parse(text);
  }
}
