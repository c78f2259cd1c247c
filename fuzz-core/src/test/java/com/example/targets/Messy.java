package com.example.targets;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Targets that leave something behind, or take something away. */
public final class Messy {
  private static int runs;

  private Messy() {}

  private static boolean isRare(byte[] data) {
    return data.length > 1 && (data[0] & 31) == 7;
  }

  /** Leaves a line for each JVM in the working directory. */
  private static void tellProcess() throws IOException {
    if (runs++ == 0) {
      Files.writeString(
          Path.of("processes"), "x\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** So slow that somebody looks before there are very many. */
  static void leavesThreadsBehind(byte[] data) throws IOException, InterruptedException {
    tellProcess();
    Thread thread = new Thread(LockSupport::park);
    thread.setDaemon(true);
    thread.start();
    TimeUnit.MILLISECONDS.sleep(1);
  }

  /** As a shell that ends before what it has started, and slow, as those who look are. */
  static void leavesProcessesBehind(byte[] data) throws IOException, InterruptedException {
    tellProcess();
    if (runs == 1) {
      String script = "for i in $(seq 60); do sleep 1000.375 & done";
      new ProcessBuilder("sh", "-c", script).start().waitFor();
    }
    TimeUnit.MILLISECONDS.sleep(10);
  }

  static void leavesAProcessBehindAndEnds(byte[] data) throws IOException {
    if (isRare(data)) {
      new ProcessBuilder("sleep", "1000.625").inheritIO().start();
      Runtime.getRuntime().halt(5);
    }
  }

  private static Path settingsOfItsWorker() {
    List<String> command = List.of(System.getProperty("sun.java.command").split(" "));
    return Path.of(URI.create(command.get(command.size() - 1)));
  }

  private static Path memoryOfItsWorker() {
    Path settings = settingsOfItsWorker();
    return settings.resolveSibling(
        settings.getFileName().toString().replace(".settings", ".memory"));
  }

  static void overwritesTheMemory(byte[] data) throws IOException {
    tellProcess();
    if (isRare(data)) {
      byte[] ones = new byte[4096];
      Arrays.fill(ones, (byte) -1);
      try (RandomAccessFile memory = new RandomAccessFile(memoryOfItsWorker().toFile(), "rw")) {
        memory.write(ones);
      }
      throw new IllegalStateException("after that");
    }
  }

  static void cutsTheMemoryShort(byte[] data) throws IOException {
    tellProcess();
    if (isRare(data)) {
      try (RandomAccessFile memory = new RandomAccessFile(memoryOfItsWorker().toFile(), "rw")) {
        memory.setLength(0);
      }
    }
  }

  static void doesWhatItIsTold(byte[] data) throws IOException, InterruptedException {
    switch (new String(data, StandardCharsets.ISO_8859_1)) {
      case "throw" -> throw new IllegalStateException("told");
      case "halt" -> Runtime.getRuntime().halt(4);
      case "cut memory" -> {
        try (RandomAccessFile memory = new RandomAccessFile(memoryOfItsWorker().toFile(), "rw")) {
          memory.setLength(0);
        }
      }
      case "sleep" -> LockSupport.parkNanos(Long.MAX_VALUE);
      case "exit" -> {
        Thread thread = new Thread(() -> System.exit(3));
        thread.start();
        thread.join();
      }
      default -> {}
    }
  }

  static void deletesTheFilesOfItsWorker(byte[] data) {
    if (isRare(data)) {
      Path directory = settingsOfItsWorker().getParent();
      File[] files = directory.toFile().listFiles();
      if (files != null && directory.getFileName().toString().startsWith("fuzz-")) {
        Stream.of(files).forEach(File::delete);
        directory.toFile().delete();
      }
      Runtime.getRuntime().halt(6);
    }
  }

  static void stopsItself(byte[] data) throws IOException, InterruptedException {
    if (isRare(data)) {
      String pid = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
      TimeUnit.HOURS.sleep(1);
    }
  }

  /** As loggers do that name the line they are called from. */
  static void looksAtItsCaller(byte[] data) {
    StackTraceElement caller = new Throwable().getStackTrace()[0];
    if (isRare(data)) {
      throw new IllegalStateException("called from " + caller.getMethodName());
    }
  }

  /** Throws what was made in whichever run came first. */
  static void throwsWhatItKeeps(byte[] data) {
    if (isRare(data)) {
      throw Kept.EXCEPTION;
    }
  }

  private static final class Kept {
    static final RuntimeException EXCEPTION = new IllegalStateException("kept");
  }

  /** Fails in the first run of a JVM that could fail, and never again. */
  static void failsOnceInAJvm(byte[] data) {
    if (isRare(data) && runs++ == 0) {
      throw new IllegalStateException("once");
    }
  }
}
