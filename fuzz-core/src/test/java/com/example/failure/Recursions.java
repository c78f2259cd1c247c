package com.example.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Recursions that never end, as a project may have them. */
public final class Recursions {
  private Recursions() {}

  public static int direct(int depth) {
    return direct(depth + 1) + 1;
  }

  public static int throughFour(int depth) {
    return second(depth + 1) + 1;
  }

  private static int second(int depth) {
    return third(depth + 1, "") + 1;
  }

  private static int third(long depth, Object other) {
    return fourth((int) depth, 1.0, other);
  }

  private static int fourth(int depth, double real, Object other) {
    return throughFour(depth) + (int) real;
  }

  /** What is done finally overflows the stack as well, once or more. */
  public static void inFinally(int depth) {
    try {
      inFinally(depth + 1);
    } finally {
      cleanUp(20);
    }
  }

  private static int cleanUp(int times) {
    return times == 0 ? 0 : cleanUp(times - 1) + 1;
  }

  /** What catches the overflow goes on recursing for a while. */
  public static int caught(int depth) {
    try {
      return caught(depth + 1);
    } catch (StackOverflowError e) {
      return cleanUp(1000);
    }
  }

  public static int listInItself(int depth) {
    List<Object> list = new ArrayList<>();
    list.add(list);
    return list.hashCode();
  }

  public static int setInItself(int depth) {
    Set<Object> set = new HashSet<>();
    set.add(set);
    return set.hashCode();
  }

  public static int mapInItself(int depth) {
    Map<Object, Object> map = new HashMap<>();
    map.put("self", map);
    return map.hashCode();
  }

  public static int equalLists(int depth) {
    List<Object> one = new ArrayList<>();
    List<Object> other = new ArrayList<>();
    one.add(one);
    other.add(other);
    return one.equals(other) ? 1 : 0;
  }

  public static String listsInEachOther(int depth) {
    List<Object> one = new ArrayList<>();
    List<Object> other = new ArrayList<>(List.of(one));
    one.add(other);
    return one.toString();
  }

  /** A project's class in its own field. */
  public static String node(int depth) {
    return new Node().toString();
  }

  private static final class Node {
    @Override
    public String toString() {
      return "node of " + this;
    }
  }

  public static int throughStream(int depth) {
    return Stream.of(depth, depth).map(d -> throughStream(d + 1)).reduce(0, Integer::sum);
  }

  public static int throughLambda(int depth) {
    java.util.function.IntUnaryOperator next = d -> throughLambda(d + 1);
    return next.applyAsInt(depth);
  }
}
