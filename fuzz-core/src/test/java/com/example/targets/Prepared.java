package com.example.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Targets whose classes do something before the first run and after the last one. */
public final class Prepared {
  private Prepared() {}

  /** Adds a line to a file in the worker JVM's working directory. */
  private static void log(String line) {
    try {
      Files.writeString(
          Path.of("calls.log"), line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does all that Jazzer's driver knows. */
  public static class ByName {
    private static boolean ready;

    public static void fuzzerInitialize(String[] arguments) {
      ready = true;
      log("initialized with " + Arrays.toString(arguments));
    }

    public static void fuzzerInitialize() {
      log("wrong initialisation");
    }

    public static void fuzzerTestOneInput(byte[] data) {
      if (!ready) {
        throw new IllegalStateException("not initialised");
      }
    }

    public static void fuzzerTearDown() {
      log("torn down");
    }
  }

  /** Has the target of its superclass, and a preparation of its own. */
  public static class Inheriting extends FailsInTheEnd {
    public static void fuzzerInitialize() {
      log("subclass initialized");
    }

    public static void fuzzerTearDown() {
      log("subclass torn down");
    }
  }

  /** Has a shutdown hook, as agents do that write down what they have gathered. */
  public static class WithHook {
    public static void fuzzerInitialize() {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> log("hook has run")));
    }

    public static void fuzzerTestOneInput(byte[] data) {}

    public static void fuzzerTearDown() {
      log("torn down");
    }
  }

  /** Has a shutdown hook that waits for the end of the JVM. */
  public static class WithHangingHook {
    public static void fuzzerInitialize() {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(1)));
    }

    public static void fuzzerTestOneInput(byte[] data) {}
  }

  /** Ends its first JVM at its first run. */
  public static class Dying {
    public static void fuzzerInitialize() {
      log("initialized");
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
      Path mark = Path.of("died");
      if (!Files.exists(mark)) {
        Files.createFile(mark);
        Runtime.getRuntime().halt(9);
      }
    }

    public static void fuzzerTearDown() {
      log("torn down");
    }
  }

  /** Cannot be prepared. */
  public static class Unprepared {
    public static void fuzzerInitialize() {
      throw new IllegalStateException("no grammar");
    }

    public static void fuzzerTestOneInput(byte[] data) {}
  }

  /** Fails after the last run. */
  public static class FailsInTheEnd {
    public static void fuzzerTestOneInput(byte[] data) {}

    public static void fuzzerTearDown() {
      throw new IllegalStateException("files are left");
    }
  }

  /** Never ends after the last run. */
  public static class HangsInTheEnd {
    public static void fuzzerTestOneInput(byte[] data) {}

    public static void fuzzerTearDown() throws InterruptedException {
      while (true) {
        Thread.sleep(1000);
      }
    }
  }

  /** Ends its JVM after the last run. */
  public static class ExitsInTheEnd {
    public static void fuzzerTestOneInput(byte[] data) {}

    public static void fuzzerTearDown() {
      System.exit(0);
    }
  }
}
