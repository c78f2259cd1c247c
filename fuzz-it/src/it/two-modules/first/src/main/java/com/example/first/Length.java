package com.example.first;

public final class Length {
  private Length() {}

  /** Breaks on lengths that are not written in digits. */
  public static int parse(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text, 36);
  }
}
