package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.Locale;

class MarkedFuzzTest {
  @FuzzTest
  void unsupported(int count, Locale locale) {}

  @FuzzTest
  void nothing() {}
}
