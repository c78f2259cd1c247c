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

  /** The cycle has a different form for different inputs. */
  public static final class SeveralFrames {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        value(data, 0);
      }
    }

    private static int value(byte[] data, int depth) {
      return data[depth % data.length] % 2 == 0 ? list(data, depth + 1) : map(data, depth + 1);
    }

    private static int list(byte[] data, int depth) {
      return element(data, depth + 1) + 1;
    }

    private static int map(byte[] data, int depth) {
      return element(data, depth + 1) + 2;
    }

    private static int element(byte[] data, int depth) {
      return value(data, depth + 1) + 3;
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
        return depth / (depth - depth);
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
