package com.example;

/** Branches that only worker JVMs reach: no unit test calls them. */
public final class Fare {
  private Fare() {}

  public static int cents(int kilometres, boolean child) {
    if (kilometres <= 0) {
      return 0;
    }
    int full = kilometres > 100 ? 2500 : 250 + 20 * kilometres;
    return child ? full / 2 : full;
  }
}
