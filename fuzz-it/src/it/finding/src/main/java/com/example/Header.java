package com.example;

public final class Header {
  private Header() {}

  /** The value in a line such as {@code Host: example.com}; takes the blank for granted. */
  public static String value(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(colon + 2);
  }
}
