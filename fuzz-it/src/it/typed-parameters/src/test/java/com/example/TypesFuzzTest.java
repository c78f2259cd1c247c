package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class TypesFuzzTest {
  @FuzzTest
  void takesAll(
      byte[] bytes,
      String text,
      boolean flag,
      byte b,
      short s,
      char c,
      int i,
      long l,
      float f,
      double d) {
    boolean runs = bytes.length > 2 && text.length() > 1;
    boolean whole = flag && b > 10 && s < -10 && c > 'a' && i > 1000 && l < -1000;
    if (runs && whole && f > 1 && d < -1) {
      throw new IllegalStateException("all at once");
    }
  }
}
