package com.example.hostile;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Targets that fail in ways which are hard to report, or that seem to. */
public final class ThrowsOddly {
  private ThrowsOddly() {}

  public static final class NullMessage {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new IllegalStateException((String) null);
      }
    }
  }

  public static final class HugeMessage {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new IllegalStateException("x".repeat(100_000_000));
      }
    }
  }

  public static final class ControlCharacters {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new IllegalStateException(
            "\u001b[2Ja\u0000b\rc\bd\u0085e\u2028f\ufffe\ud800g\nDEDUP_TOKEN: 0");
      }
    }
  }

  public static final class MessageThrows {
    @SuppressWarnings("serial")
    static final class Shy extends RuntimeException {
      @Override
      public String getMessage() {
        throw new IllegalStateException("no message");
      }

      @Override
      public String toString() {
        throw new IllegalStateException("no text");
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new Shy();
      }
    }
  }

  public static final class CyclicCause {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        IllegalStateException first = new IllegalStateException("first");
        IllegalArgumentException second = new IllegalArgumentException("second", first);
        first.initCause(second);
        throw first;
      }
    }
  }

  public static final class NullStack {
    @SuppressWarnings("serial")
    static final class Stackless extends RuntimeException {
      @Override
      public StackTraceElement[] getStackTrace() {
        return null;
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new Stackless();
      }
    }
  }

  public static final class EmptyStack {
    @SuppressWarnings("serial")
    static final class Stackless extends RuntimeException {
      Stackless() {
        super("nothing to see", null, false, false);
      }

      @Override
      public StackTraceElement[] getStackTrace() {
        return new StackTraceElement[0];
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new Stackless();
      }
    }
  }

  public static final class Death {
    @SuppressWarnings({"deprecation", "removal"})
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new ThreadDeath();
      }
    }
  }

  public static final class ForeignClass {
    /** Defines anew what it is asked for first, and leaves the rest to its parent. */
    static final class Loader extends ClassLoader {
      Class<?> define(String name) throws IOException {
        try (InputStream in =
            ForeignClass.class.getResourceAsStream("ThrowsOddly$ForeignClass$Unknown.class")) {
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        }
      }
    }

    @SuppressWarnings("serial")
    public static final class Unknown extends RuntimeException {}

    public static void fuzzerTestOneInput(byte[] data) throws Exception {
      if (Trigger.isPulled(data)) {
        Class<?> type = new Loader().define(Unknown.class.getName());
        throw (RuntimeException) type.getConstructor().newInstance();
      }
    }
  }

  /** The first failure has another class than the later ones in the same JVM. */
  public static final class StaticInitialiser {
    static final class Broken {
      static final int VALUE = Integer.parseInt("broken");
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new IllegalStateException("value " + Broken.VALUE);
      }
    }
  }

  public static final class TargetsStaticInitialiser {
    private static final int VALUE = Integer.parseInt("broken");

    public static void fuzzerTestOneInput(byte[] data) {
      Trigger.isPulled(new byte[VALUE]);
    }
  }

  public static final class ConstructorOfAnother {
    static final class Fragile {
      Fragile(int size) {
        throw new IllegalArgumentException("size " + size);
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        throw new IllegalStateException("made " + new Fragile(data.length));
      }
    }
  }

  public static final class TargetsConstructor {
    public TargetsConstructor() {
      throw new IllegalArgumentException("cannot be made");
    }

    @FuzzTest
    void fuzz(byte[] data) {
      Trigger.isPulled(data);
    }
  }

  public static final class OtherThread {
    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data)) {
        Thread thread = new Thread(OtherThread::fail, "other");
        thread.start();
        thread.join();
      }
    }

    private static void fail() {
      throw new IllegalStateException("on another thread");
    }
  }

  public static final class ExecutorExecute {
    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data)) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.execute(ExecutorExecute::fail);
        executor.shutdown();
        executor.awaitTermination(10, TimeUnit.SECONDS);
      }
    }

    private static void fail() {
      throw new IllegalStateException("in an executor");
    }
  }

  /** The exception is in a Future at which nobody looks. */
  public static final class ExecutorSubmit {
    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data)) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.submit(
            () -> {
              throw new IllegalStateException("seen by nobody");
            });
        executor.shutdown();
        executor.awaitTermination(10, TimeUnit.SECONDS);
      }
    }
  }

  public static final class Finaliser {
    static final class Garbage {
      @Override
      @SuppressWarnings({"deprecation", "removal"})
      protected void finalize() {
        throw new IllegalStateException("in a finaliser");
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        new Garbage();
        System.gc();
      }
    }
  }

  public static final class InCleaner {
    private static final Cleaner cleaner = Cleaner.create();

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        cleaner.register(
            new Object(),
            () -> {
              throw new IllegalStateException("in a cleaner");
            });
        System.gc();
      }
    }
  }
}
