package com.example;

import com.example.inner.Inner;

public final class Outer {
  private Outer() {}

  public static boolean isLong(String text) {
    return text.length() > 10 || Inner.isBlank(text);
  }
}
