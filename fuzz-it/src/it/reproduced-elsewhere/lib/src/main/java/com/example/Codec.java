package com.example;

public final class Codec {
  private Codec() {}

  public static int decode(int value, String mode) {
    if (value > 1000 && mode.equals("strict one")) {
      throw new IllegalStateException("too large for a strict one");
    }
    return value;
  }
}
