package com.example.laws;

/** Tested code with an assertion of its own. */
final class Checker {
  private static int last;

  private Checker() {}

  static int part(int number) {
    return number / 2;
  }

  static void check(int number) {
    last = number;
    inner(number);
  }

  private static void inner(int number) {
    last = part(number);
    innermost(number);
  }

  private static void innermost(int number) {
    last = part(number);
    if (last != number) {
      throw new AssertionError("cannot be");
    }
  }
}
