package com.example.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Runs that do not return before a latch is released, and not all of them then. */
public enum Hangs {
  HOT_LOOP {
    @Override
    public void run(CountDownLatch end) {
      while (end.getCount() > 0) {
        Thread.onSpinWait();
      }
    }
  },
  LOOP_OF_TWO_CALLS {
    @Override
    public void run(CountDownLatch end) {
      while (end.getCount() > 0) {
        work(1_000_000);
        otherWork(1_000_000);
      }
    }
  },
  DEEP_LOOP {
    @Override
    public void run(CountDownLatch end) {
      descend(end, 5);
    }
  },
  SLEEP {
    @Override
    public void run(CountDownLatch end) {
      try {
        Thread.sleep(1_000_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  },
  PARK {
    @Override
    public void run(CountDownLatch end) {
      while (end.getCount() > 0) {
        LockSupport.parkNanos(this, 10_000_000);
      }
    }
  },
  SWALLOWED_INTERRUPT {
    @Override
    public void run(CountDownLatch end) {
      while (end.getCount() > 0) {
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          // As too many do.
        }
      }
    }
  },
  MONITOR {
    @Override
    public void run(CountDownLatch end) {
      Object lock = new Object();
      CountDownLatch locked = new CountDownLatch(1);
      Thread owner =
          new Thread(
              () -> {
                synchronized (lock) {
                  locked.countDown();
                  await(end);
                }
              });
      owner.setDaemon(true);
      owner.start();
      await(locked);
      synchronized (lock) {
        await(end);
      }
    }
  },
  SOCKET {
    @Override
    public void run(CountDownLatch end) {
      try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
        socket.setSoTimeout(20_000);
        socket.getInputStream().read();
      } catch (IOException e) {
        // At the end of the test.
      }
    }
  };

  public abstract void run(CountDownLatch end);

  private static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.toString(i).length();
    }
    return sum;
  }

  private static int otherWork(int n) {
    int sum = 1;
    for (int i = 0; i < n; i++) {
      sum ^= Integer.toHexString(i).hashCode();
    }
    return sum;
  }

  private static void descend(CountDownLatch end, int depth) {
    while (depth == 0 && end.getCount() > 0) {
      work(1000);
    }
    if (depth > 0) {
      descend(end, depth - 1);
    }
  }

  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
