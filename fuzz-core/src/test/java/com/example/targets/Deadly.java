package com.example.targets;

import io.github.mavenfuzz.boot.Counters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Targets that end their run, or their JVM, in every way there is. What is rare happens at about
 * one in thirty inputs, so that a run has many that pass.
 */
public final class Deadly {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final List<byte[]> LEAK = new ArrayList<>();

  private Deadly() {}

  private static boolean isRare(byte[] data) {
    return data.length > 1 && (data[0] & 31) == 7;
  }

  static void exits(byte[] data) {
    if (isRare(data)) {
      System.out.println("about to exit");
      System.exit(3);
    }
  }

  static void halts(byte[] data) {
    if (isRare(data)) {
      Runtime.getRuntime().halt(4);
    }
  }

  static void haltsWithWhatIsInTheInput(byte[] data) {
    if (isRare(data)) {
      Runtime.getRuntime().halt(data[1]);
    }
  }

  static void exitsThoughAHookNeverEnds(byte[] data) {
    if (isRare(data)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE)));
      System.exit(3);
    }
  }

  /** Long after the run. */
  static void exitsOnAThread(byte[] data) {
    if (isRare(data)) {
      new Thread(
              () -> {
                LockSupport.parkNanos(100_000_000);
                System.exit(3);
              })
          .start();
    }
  }

  /** At the same time, or nearly so. */
  static void exitsOnManyThreads(byte[] data) {
    if (isRare(data)) {
      CountDownLatch together = new CountDownLatch(1);
      for (int i = 0; i < 20; i++) {
        new Thread(
                () -> {
                  try {
                    together.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  System.exit(3);
                })
            .start();
      }
      together.countDown();
    }
  }

  /** Long after the run. */
  static void failsLateOnAThread(byte[] data) {
    if (isRare(data)) {
      new Thread(
              () -> {
                LockSupport.parkNanos(100_000_000);
                throw new IllegalStateException("late");
              })
          .start();
    }
  }

  static void exitsWithAChild(byte[] data) throws IOException {
    if (isRare(data)) {
      long child = new ProcessBuilder("sleep", "1000").start().pid();
      Files.writeString(
          Path.of("processes"), child + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Runtime.getRuntime().halt(3);
    }
  }

  static void closesItsOutput(byte[] data) {
    System.out.println("before");
    System.out.close();
    System.err.close();
    if (isRare(data)) {
      throw new IllegalStateException("without output");
    }
  }

  static void crashes(byte[] data) throws ReflectiveOperationException {
    if (isRare(data)) {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 1L, 2L);
    }
  }

  static void isKilled(byte[] data) throws IOException, InterruptedException {
    if (isRare(data)) {
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
      Thread.sleep(1_000_000);
    }
  }

  static void sleeps(byte[] data) throws IOException, InterruptedException {
    tellProcess();
    if (isRare(data)) {
      Thread.sleep(1_000_000);
    }
  }

  static void spins(byte[] data) throws IOException {
    tellProcess();
    while (isRare(data)) {
      Thread.onSpinWait();
    }
  }

  static void spinsAtAnExclamationMark(String text) {
    while (text.indexOf('!') >= 0) {
      Thread.onSpinWait();
    }
  }

  static void exitsAtAByte(byte[] data) {
    for (byte b : data) {
      if (b == 77) {
        System.exit(3);
      }
    }
  }

  /** Leaves the number of each JVM that runs it in the working directory. */
  private static void tellProcess() throws IOException {
    if (RUNS.getAndIncrement() == 0) {
      Files.writeString(
          Path.of("processes"),
          ProcessHandle.current().pid() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  static void fillsTheHeap(byte[] data) {
    if (isRare(data)) {
      List<byte[]> all = new ArrayList<>();
      while (!all.contains(data)) {
        all.add(new byte[1 << 24]);
      }
    }
  }

  /** As a parser does that believes a length in its input. */
  static void allocatesTooMuchAtOnce(byte[] data) {
    if (isRare(data) && new byte[1 << 30].length == 1) {
      throw new IllegalStateException();
    }
  }

  static void leaks(byte[] data) {
    LEAK.add(new byte[1 << 20]);
  }

  static void recurses(byte[] data) {
    if (isRare(data)) {
      recurses(data);
    }
  }

  static void failsOnAThread(byte[] data) throws InterruptedException {
    if (isRare(data)) {
      Thread thread =
          new Thread(
              () -> {
                throw new IllegalStateException("on a thread");
              });
      thread.start();
      thread.join();
    }
  }

  /** The runs before are what makes a run fail. */
  static void failsFromTheHundredthRunOn(byte[] data) {
    if (RUNS.incrementAndGet() >= 100) {
      throw new IllegalStateException("worn out");
    }
  }

  static void failsWithProbesOnly(byte[] data) {
    for (int i = 0; i < Counters.HITS.length && isRare(data); i++) {
      if (Counters.HITS[i] != 0) {
        throw new IllegalStateException("has probes");
      }
    }
  }

  static void hasTwoCauses(byte[] data) {
    if (data.length > 3) {
      first(data);
      second(data);
    }
  }

  private static void first(byte[] data) {
    if (data[0] % 2 == 0) {
      throw new IllegalStateException("even " + data[0]);
    }
  }

  private static void second(byte[] data) {
    throw new IllegalStateException("odd " + data[0]);
  }

  static void printsMuch(byte[] data) {
    if (isRare(data)) {
      String line = "x".repeat(1023);
      for (int i = 0; i < 10 * 1024; i++) {
        System.out.println(line);
      }
      System.err.println("the end");
      throw new IllegalStateException("after 10 MiB");
    }
  }

  static void changesItsInput(byte[] data) {
    boolean found = data.length > 1 && data[0] == '!';
    Arrays.fill(data, (byte) 'X');
    if (found) {
      throw new IllegalStateException("found");
    }
  }

  /** Interrupts its own thread from another one, over and over, also when no run is under way. */
  static void isInterruptedAtAnyTime(byte[] data) {
    if (RUNS.getAndIncrement() == 0) {
      Thread runner = Thread.currentThread();
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  runner.interrupt();
                  LockSupport.parkNanos(1000);
                }
              });
      thread.setDaemon(true);
      thread.start();
    }
  }

  static void tellsHowItWasStarted(byte[] data) {
    throw new IllegalStateException(
        ProcessHandle.current().pid() + " " + System.getProperty("sun.java.command"));
  }

  static void loadsClasses(byte[] one, byte[] two) {
    if (one.length > 2) {
      First.run(two);
    }
  }

  /** Loaded late. */
  static final class First {
    private First() {}

    static void run(byte[] data) {
      if (data.length > 2) {
        Second.run(data);
      }
    }
  }

  /** Loaded later still. */
  static final class Second {
    private Second() {}

    static boolean run(byte[] data) {
      return data[0] == 'a' && data[1] == 'b';
    }
  }
}
