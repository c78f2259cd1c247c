package com.example.codec.internal;

/** The module does not export it. */
public record Order(int number, Kind kind, Note note) {
  /** How fast it is wanted. */
  public enum Kind {
    SLOW,
    FAST
  }

  /** Only this package sees it. */
  record Note(boolean kept) {}
}
