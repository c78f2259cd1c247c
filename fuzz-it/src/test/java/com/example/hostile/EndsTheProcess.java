package com.example.hostile;

import java.lang.reflect.Field;

/** Targets that end their process. */
public final class EndsTheProcess {
  private EndsTheProcess() {}

  public static final class ExitZero {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        System.exit(0);
      }
    }
  }

  public static final class ExitThree {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        System.exit(3);
      }
    }
  }

  public static final class Halt {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        Runtime.getRuntime().halt(5);
      }
    }
  }

  public static final class ExitInLibrary {
    static final class Library {
      void parse() {
        complain();
      }

      private void complain() {
        System.exit(1);
      }
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        new Library().parse();
      }
    }
  }

  public static final class Segv {
    public static void fuzzerTestOneInput(byte[] data) throws ReflectiveOperationException {
      if (Trigger.isPulled(data)) {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field unsafe = type.getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        type.getMethod("putLong", long.class, long.class).invoke(unsafe.get(null), 8L, 1L);
      }
    }
  }

  public static final class Abort {
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
      if (Trigger.isPulled(data)) {
        Signals.raise("ABRT");
      }
    }
  }

  public static final class Kill {
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
      if (Trigger.isPulled(data)) {
        Signals.raise("KILL");
      }
    }
  }

  public static final class Terminate {
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
      if (Trigger.isPulled(data)) {
        Signals.raise("TERM");
        Thread.sleep(500); // until the shutdown that it begins is over
      }
    }
  }

  public static final class Stop {
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
      if (Trigger.isPulled(data)) {
        Signals.raise("STOP");
      }
    }
  }
}
