package com.example.inner;

public final class Inner {
  private Inner() {}

  public static boolean isBlank(String text) {
    return text.isEmpty() || text.charAt(0) == ' ';
  }
}
