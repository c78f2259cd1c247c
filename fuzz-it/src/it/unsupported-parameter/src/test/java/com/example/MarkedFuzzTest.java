package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.List;

class MarkedFuzzTest {
  @FuzzTest
  void list(int count, List<String> names) {}

  @FuzzTest
  void nothing() {}
}
