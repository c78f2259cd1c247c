package com.example.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Targets that do not return, or not before they are interrupted. */
public final class NeverReturns {
  private NeverReturns() {}

  public static final class HotLoop {
    private static volatile long sum;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        spin();
      }
    }

    private static void spin() {
      while (true) {
        sum++;
      }
    }
  }

  /** Once compiled by the optimising compiler, nothing in the JVM can stop it. */
  public static final class NoSafepoint {
    static int result;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        for (int i = 0; i < 20_000; i++) {
          result += count(100);
        }
        while (true) {
          result += count(Integer.MAX_VALUE);
        }
      }
    }

    private static int count(int rounds) {
      int a = rounds;
      for (int i = 0; i < rounds; i++) {
        a = a * 31 + (a >>> 3) + (a / 7) * (i ^ a) / 3 % 1001;
        a ^= a / 13 * 17 % 101 + a / 5 % 33;
        a += a / 11 * 19 % 103 - a / 9 % 37;
      }
      return a;
    }
  }

  public static final class Sleep {
    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data)) {
        Thread.sleep(100_000);
      }
    }
  }

  public static final class Deadlock {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        Object first = new Object();
        Object second = new Object();
        CountDownLatch both = new CountDownLatch(2);
        new Thread(() -> lock(second, first, both), "other").start();
        lock(first, second, both);
      }
    }

    private static void lock(Object one, Object two, CountDownLatch both) {
      synchronized (one) {
        both.countDown();
        awaitQuietly(both);
        synchronized (two) {
          throw new IllegalStateException("no deadlock");
        }
      }
    }

    private static void awaitQuietly(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public static final class Park {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        park();
      }
    }

    private static void park() {
      while (true) {
        LockSupport.park();
      }
    }
  }

  public static final class ReadStdin {
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data) && System.in.read() != -1) {
        throw new IllegalStateException("stdin has content");
      }
    }
  }

  public static final class ReadSocket {
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data)) {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
          socket.getInputStream().read();
        }
      }
    }
  }

  public static final class SwallowsInterrupts {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        while (true) {
          sleep();
        }
      }
    }

    private static void sleep() {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        // as if nothing had been
      }
    }
  }
}
