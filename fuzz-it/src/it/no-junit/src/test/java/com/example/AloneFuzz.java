package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class AloneFuzz {
  @FuzzTest
  static void fails(char letter) {
    if (letter != 0) {
      throw new IllegalStateException("without JUnit");
    }
  }
}
