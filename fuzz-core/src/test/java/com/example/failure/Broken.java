package com.example.failure;

/** Classes whose initialisers fail, of which each can be used for one test only. */
public final class Broken {
  private Broken() {}

  private static int fail(RuntimeException thrown) {
    throw thrown;
  }

  /** Wrapped by the JVM. */
  public static final class ByException {
    static final int VALUE =
        fail(new IllegalStateException("no: [in thread \"x\"]\nconfiguration"));

    private ByException() {}

    public static void use() {}
  }

  /** Wrapped by the JVM, and has a cause. */
  public static final class ByCause {
    static final int VALUE =
        fail(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    private ByCause() {}

    public static void use() {}
  }

  /** Wrapped by the JVM, too. */
  public static final class WithoutMessage {
    static final int VALUE = fail(new IllegalStateException());

    private WithoutMessage() {}

    public static void use() {}
  }

  /** Wrapped by the JVM, which has no stack to keep. */
  public static final class WithoutStack {
    static final int VALUE = fail(withoutStack());

    private WithoutStack() {}

    public static void use() {}

    private static RuntimeException withoutStack() {
      RuntimeException thrown = new IllegalStateException();
      thrown.setStackTrace(new StackTraceElement[0]);
      return thrown;
    }
  }

  /** Passed on as it is. */
  public static final class ByError {
    static {
      if (ByError.class != null) {
        throw new AssertionError("broken");
      }
    }

    private ByError() {}

    public static void use() {}
  }

  /** Passed on as it is. */
  public static final class ByOverflow {
    static final int VALUE = Recursions.direct(0);

    private ByOverflow() {}

    public static void use() {}
  }

  /** Passed on as it is. */
  public static final class ByFullHeap {
    static {
      if (ByFullHeap.class != null) {
        throw new OutOfMemoryError("Java heap space");
      }
    }

    private ByFullHeap() {}

    public static void use() {}
  }
}
