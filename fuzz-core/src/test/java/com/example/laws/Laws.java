package com.example.laws;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** What a project's tests assert with. */
public final class Laws {
  private final Object actual;

  private Laws(Object actual) {
    this.actual = actual;
  }

  public static void holds(boolean condition, String law) {
    if (!condition) {
      broken(law);
    }
  }

  private static void broken(String law) {
    report("law broken: " + law);
  }

  private static void report(String message) {
    throw new AssertionError(message);
  }

  public static void require(boolean condition) {
    if (!condition) {
      refuse("required");
    }
  }

  private static void refuse(String message) {
    refuse(new IllegalStateException(message));
  }

  private static void refuse(IllegalStateException e) {
    throw e;
  }

  public static Laws that(Object actual) {
    return new Laws(actual);
  }

  public Laws is(Object expected) {
    holds(Objects.equals(actual, expected), expected + " is wanted");
    return this;
  }

  public static void keeps(UnaryOperator<String> function, String value) {
    holds(function.apply(value).equals(value), "it is kept");
  }
}
