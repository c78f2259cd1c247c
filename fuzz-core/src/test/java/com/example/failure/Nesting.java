package com.example.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A project's parser, as far as failures see it: recursive, with helpers, and not bounded. */
public final class Nesting {
  private Nesting() {}

  /** Descends by turns through two methods, and fails at the bottom. */
  public static int value(int depth) {
    if (depth == 0) {
      throw new IllegalStateException("bottom");
    }
    return array(depth - 1);
  }

  private static int array(int depth) {
    return value(depth) + 1;
  }

  /** Recurses for ever through two methods, each with a helper of its own on the way. */
  public static int endlessObject(int depth) {
    return helper(depth) + endlessMember(depth + 1);
  }

  private static int endlessMember(int depth) {
    return otherHelper(depth) + endlessObject(depth + 1);
  }

  /** The same recursion, entered through other methods. */
  public static int enterElsewhere(int before) {
    return before > 0 ? enterElsewhere(before - 1) : endlessMember(0);
  }

  private static int helper(int depth) {
    return deeper(deeper(depth));
  }

  private static int otherHelper(int depth) {
    return Math.floorMod(deeper(depth), 7);
  }

  private static int deeper(int depth) {
    return Integer.toString(depth).length();
  }

  /** Recurses for ever within the JDK. */
  public static int endlessInJdk() {
    List<Object> list = new ArrayList<>();
    list.add(List.of(list));
    return list.hashCode();
  }

  /** Fails within a lambda. */
  public static int throughLambda() {
    IntUnaryOperator fail =
        i -> {
          int next = i + 1;
          if (next > 0) {
            throw new IllegalStateException("in a lambda");
          }
          return next;
        };
    return fail.applyAsInt(1);
  }
}
