package com.example.hostile;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Targets that take more of something than there is. */
public final class EatsResources {
  private EatsResources() {}

  public static final class HugeAllocation {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        allocate(Integer.MAX_VALUE - 8);
      }
    }

    private static int allocate(int length) {
      return new long[length].length;
    }
  }

  public static final class ManySmall {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        List<Object> list = new ArrayList<>();
        while (true) {
          list.add(new byte[1000]);
        }
      }
    }
  }

  /** No input is at fault, all are. */
  public static final class LeakAcrossRuns {
    private static final List<Object> kept = new ArrayList<>();

    public static void fuzzerTestOneInput(byte[] data) {
      Trigger.count();
      kept.add(new byte[1000]);
    }
  }

  public static final class DirectMemory {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        List<ByteBuffer> buffers = new ArrayList<>();
        while (true) {
          buffers.add(ByteBuffer.allocateDirect(1 << 20));
        }
      }
    }
  }

  public static final class Metaspace {
    static final class Loader extends ClassLoader {
      Class<?> define(byte[] bytes) {
        return defineClass(null, bytes, 0, bytes.length);
      }
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data)) {
        byte[] bytes;
        try (InputStream in = Metaspace.class.getResourceAsStream("Trigger.class")) {
          bytes = in.readAllBytes();
        }
        List<Class<?>> classes = new ArrayList<>();
        while (true) {
          classes.add(new Loader().define(bytes));
        }
      }
    }
  }

  /** They are there at once, and end by themselves. */
  public static final class ThousandsOfThreads {
    private static boolean done;

    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data) && !done) {
        done = true;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
          threads.add(new Thread(ThousandsOfThreads::sleep));
          threads.get(i).start();
        }
        for (Thread thread : threads) {
          thread.join();
        }
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Until the system gives no more. */
  public static final class EndlessThreads {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        while (true) {
          Thread thread = new Thread(EndlessThreads::sleep);
          thread.setDaemon(true);
          thread.start();
        }
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(100_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** They stay open, so that nothing else in the JVM can open one either. */
  public static final class OpenFiles {
    private static final List<InputStream> open = new ArrayList<>();

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data)) {
        for (int i = 0; i < 10_000; i++) {
          open.add(new FileInputStream("/dev/null"));
        }
      }
    }
  }

  public static final class FillsTheTempDirectory {
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data)) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "filling");
        try (OutputStream out = Files.newOutputStream(file)) {
          byte[] block = new byte[1 << 16];
          while (true) {
            out.write(block);
          }
        } catch (IOException e) {
          // The disk is full, and stays so.
        }
      }
    }
  }
}
