package com.example.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.TestAbortedException;

/** Classes that the fuzzer can or cannot make ready to run. */
public final class Loadable {
  private Loadable() {}

  /** Has methods of every sort that can be called. */
  public static class Methods {
    private static final List<String> CALLS = new ArrayList<>();
    private int runs;

    private Methods() {}

    /** What was called since the last time. */
    public static List<String> drainCalls() {
      List<String> drained = List.copyOf(CALLS);
      CALLS.clear();
      return drained;
    }

    public static void inPublic(byte[] data) {
      CALLS.add("public " + Arrays.toString(data));
    }

    static void assuming(byte[] data) {
      throw data.length == 0
          ? new TestAbortedException("makes no sense")
          : new IncompleteExecutionException("not an assumption");
    }

    private static int hidden(String text) {
      CALLS.add("private " + text);
      return 42;
    }

    void ofInstance(byte[] data) {
      CALLS.add("instance run " + ++runs);
    }

    static void overloaded(byte[] data) {
      CALLS.add("bytes");
    }

    static void overloaded(String text, int number) {
      CALLS.add("string and int");
    }

    static void manyArguments(byte... data) {
      CALLS.add(data.length + " bytes");
    }

    static void all(
        byte[] a, String b, boolean c, byte d, short e, char f, int g, long h, float i, double j) {
      CALLS.add(
          String.join(
              " ",
              Arrays.toString(a),
              b,
              "" + c,
              "" + d,
              "" + e,
              "" + f,
              "" + g,
              "" + h,
              "" + i,
              "" + j));
    }

    static void checkedException(byte[] data) throws Exception {
      throw new Exception("checked");
    }

    static void stackOverflow(byte[] data) {
      stackOverflow(data);
    }

    static void other(Object notAnInput) {}
  }

  /** Cannot be made. */
  public static class ConstructorThrows {
    ConstructorThrows() {
      throw new IllegalStateException("no database");
    }

    void run(byte[] data) {}
  }

  /** Cannot be initialised. */
  public static class InitialiserThrows {
    private static final int VALUE = fail();

    private static int fail() {
      throw new IllegalStateException("no configuration");
    }

    static void run(byte[] data) {}
  }

  /** Cannot be initialised, for a reason that the JVM does not wrap. */
  public static class InitialiserThrowsAnError {
    static {
      fail();
    }

    private static void fail() {
      throw new AssertionError("not here");
    }

    static void run(byte[] data) {}
  }

  /** Cannot be made without an argument. */
  public static class ConstructorTakesArguments {
    ConstructorTakesArguments(int argument) {}

    void run(byte[] data) {}
  }

  /** Cannot be made at all. */
  public abstract static class Abstract {
    void run(byte[] data) {}
  }
}
