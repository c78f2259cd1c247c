package com.example.failure;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;

/** Throws what no project should, but may. */
public final class OddThrowables {
  private OddThrowables() {}

  /** The ways to throw, by name. */
  public enum Kind {
    WITHOUT_MESSAGE(data -> raise(new IllegalStateException())),
    HUGE_MESSAGE(data -> raise(new IllegalStateException("x".repeat(100_000_000)))),
    CONTROL_CHARACTERS(data -> raise(new IllegalStateException("\0\u001b[2J\r\b\uD800"))),
    THREAD_DEATH(data -> raise(threadDeath())),
    WITHOUT_STACK(data -> raise(new Stackless())),
    UNFILLED(data -> raise(new Unfilled())),
    EVERYTHING_THROWS(data -> raise(new Throwing())),
    EVERYTHING_OVERFLOWS(data -> raise(new Overflowing())),
    EVERYTHING_NULL(data -> raise(new Nulls())),
    CYCLIC(data -> raise(cyclic())),
    OF_ANOTHER_LOADER(data -> raise(ofAnotherLoader()));

    private final Consumer<byte[]> thrower;

    Kind(Consumer<byte[]> thrower) {
      this.thrower = thrower;
    }

    public Consumer<byte[]> thrower() {
      return thrower;
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** By reflection: later JDKs mean to remove it. */
  private static Throwable threadDeath() {
    return newInstance("java.lang.ThreadDeath", ClassLoader.getSystemClassLoader());
  }

  private static Throwable ofAnotherLoader() {
    return newInstance(Stackless.class.getName(), new OwnLoader());
  }

  private static Throwable newInstance(String name, ClassLoader loader) {
    try {
      var constructor = Class.forName(name, true, loader).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Throwable) constructor.newInstance();
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class OwnLoader extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("com.example.failure.OddThrowables$")) {
        return super.loadClass(name, resolve);
      }
      try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (java.io.IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static Throwable cyclic() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    one.addSuppressed(other);
    other.addSuppressed(one);
    return one;
  }

  static final class Stackless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stackless() {
      super("stackless", null, false, false);
    }
  }

  static final class Unfilled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return null;
    }
  }

  private static class Throwing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    <T> T fail() {
      throw new IllegalStateException("hostile");
    }

    @Override
    public String getMessage() {
      return fail();
    }

    @Override
    public String getLocalizedMessage() {
      return fail();
    }

    @Override
    public String toString() {
      return fail();
    }

    @Override
    public synchronized Throwable getCause() {
      return fail();
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return fail();
    }

    @Override
    public int hashCode() {
      return fail();
    }

    @Override
    public boolean equals(Object other) {
      return fail();
    }
  }

  private static final class Overflowing extends Throwing {
    private static final long serialVersionUID = 1L;

    @Override
    <T> T fail() {
      T deeper = fail();
      return deeper;
    }
  }

  private static final class Nulls extends Throwing {
    private static final long serialVersionUID = 1L;

    @Override
    <T> T fail() {
      return null;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public boolean equals(Object other) {
      return false;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return new StackTraceElement[3];
    }
  }
}
