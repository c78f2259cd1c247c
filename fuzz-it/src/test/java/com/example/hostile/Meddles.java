package com.example.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Targets that change what they share with the fuzzer. */
public final class Meddles {
  private Meddles() {}

  public static final class ChangesItsInput {
    public static void fuzzerTestOneInput(byte[] data) {
      boolean pulled = Trigger.isPulled(data);
      Arrays.fill(data, (byte) '!');
      if (pulled) {
        throw new IllegalStateException("after it has changed the input");
      }
    }
  }

  public static final class InterruptsItself {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static final class OutputIsNull {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        System.setOut(null);
        System.setErr(null);
        throw new IllegalStateException("without output");
      }
    }
  }

  public static final class OutputIsClosed {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        System.out.close();
        System.err.close();
        throw new IllegalStateException("output is closed");
      }
    }
  }

  public static final class MuchOutput {
    private static boolean done;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data) && !done) {
        done = true;
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) '~');
        for (int i = 0; i < 500_000_000 / block.length; i++) {
          System.out.write(block, 0, block.length);
        }
      }
    }
  }

  public static final class TerminalEscapes {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        System.out.println("\u001b[2J\u001b]0;owned\u0007 \u009b31m\nDEDUP_TOKEN: 0\n");
        throw new IllegalStateException("after some escapes");
      }
    }
  }

  /** Handles nothing, so the exception on the thread is as uncaught as before. */
  public static final class UncaughtExceptionHandler {
    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
      if (Trigger.isPulled(data)) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        Thread thread = new Thread(UncaughtExceptionHandler::fail, "other");
        thread.start();
        thread.join();
      }
    }

    private static void fail() {
      throw new IllegalStateException("on another thread");
    }
  }

  public static final class EndlessHook {
    private static boolean done;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data) && !done) {
        done = true;
        install();
      }
    }

    static void install() {
      Runtime.getRuntime().addShutdownHook(new Thread(EndlessHook::sleep));
    }

    private static void sleep() {
      while (true) {
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          // goes on
        }
      }
    }
  }

  public static final class EndlessHookAndExit {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        EndlessHook.install();
        System.exit(4);
      }
    }
  }

  public static final class Defaults {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        Locale.setDefault(new Locale.Builder().setLanguageTag("ar-EG-u-nu-arab").build());
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        System.setProperties(new Properties());
        System.setProperty("line.separator", "?");
        throw new IllegalStateException("with other defaults");
      }
    }
  }

  public static final class DeletesTemp {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        delete();
      }
    }

    static void delete() {
      Path directory = Path.of(System.getProperty("java.io.tmpdir"));
      try (Stream<Path> walk = Files.walk(directory)) {
        List<Path> deepestFirst =
            walk.filter(p -> !p.equals(directory)).sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        // As much as can be.
      }
    }
  }

  public static final class DeletesTempAndExits {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        DeletesTemp.delete();
        System.exit(6);
      }
    }
  }

  public static final class ChildProcesses {
    private static boolean done;

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data) && !done) {
        done = true;
        new ProcessBuilder("sleep", "1000").start();
        new ProcessBuilder("sh", "-c", "sleep 1000; true").start();
      }
    }
  }

  /** Its worker JVM ends, and does not take the child with it. */
  public static final class ChildProcessesAndExit {
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      if (Trigger.isPulled(data)) {
        new ProcessBuilder("sleep", "1000").start();
        Runtime.getRuntime().halt(9);
      }
    }
  }

  public static final class ThreadsGoOn {
    private static volatile long sum;
    private static boolean done;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data) && !done) {
        done = true;
        new Thread(ThreadsGoOn::work, "left-over").start();
        new Thread(ThreadsGoOn::work, "left-over").start();
      }
    }

    private static void work() {
      while (true) {
        sum++;
        Thread.yield();
      }
    }
  }

  /** It fails in the middle of another run, on an input that has nothing to do with it. */
  public static final class ThreadFailsLater {
    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        new Thread(ThreadFailsLater::fail, "late").start();
      }
    }

    private static void fail() {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("too late");
    }
  }
}
