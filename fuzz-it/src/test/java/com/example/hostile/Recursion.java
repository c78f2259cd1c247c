package com.example.hostile;

import java.util.ArrayList;
import java.util.List;

/** Targets that end in a StackOverflowError. */
public final class Recursion {
  private Recursion() {}

  public static final class Direct {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        descend(data.length);
      }
    }

    private static int descend(int depth) {
      return descend(depth + 1) + 1;
    }
  }

  /** Some of them come round half as often as the others. */
  public static final class SeveralFrames {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        value(data.length);
      }
    }

    private static int value(int depth) {
      return depth % 2 == 0 ? list(depth + 1) : map(depth + 1);
    }

    private static int list(int depth) {
      return element(depth) + 1;
    }

    private static int map(int depth) {
      return element(depth) + 2;
    }

    private static int element(int depth) {
      return value(depth) + 3;
    }
  }

  public static final class InFinally {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        close(data.length);
      }
    }

    @SuppressWarnings("finally")
    private static int close(int depth) {
      try {
        return depth;
      } finally {
        close(depth + 1);
      }
    }
  }

  public static final class InHashCode {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        List<Object> list = new ArrayList<>();
        list.add(list);
        list.hashCode();
      }
    }
  }
}
