package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class TypesFuzzTest {
  @FuzzTest
  void wholeNumbers(byte b, short s, char c, int i, long l) {
    if (b > 10) {
      if (s < -10) {
        if (c > 'a') {
          if (i > 1000) {
            if (l < -1000) {
              throw new IllegalStateException("whole numbers");
            }
          }
        }
      }
    }
  }

  @FuzzTest
  void others(byte[] bytes, String text, boolean flag, float f, double d) {
    if (bytes.length > 2) {
      if (text.length() > 1) {
        if (flag) {
          if (f > 1) {
            if (d < -1) {
              throw new IllegalStateException("others");
            }
          }
        }
      }
    }
  }
}
