package com.example.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the last input that a target got in a memory-mapped file, which outlives the JVM however it
 * ends.
 */
public final class Recording {
  /** The environment variable with the path of the file; without it, nothing is kept. */
  public static final String FILE = "FUZZ_IT_RECORDING";

  /** Of the file. The first four bytes are the length of what follows. */
  public static final int BYTES = 1 << 16;

  /** The length while the bytes are written. */
  public static final int TORN = -1;

  /** So long that whoever ends the JVM hits a run, and not the moment between two of them. */
  private static final long RUN_NANOS = 50_000;

  private static final MappedByteBuffer file = open();

  private Recording() {}

  private static MappedByteBuffer open() {
    String path = System.getenv(FILE);
    if (path == null) {
      return null;
    }
    try (FileChannel channel =
        FileChannel.open(Path.of(path), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first thing that a target does with its input. */
  static void record(byte[] data) {
    if (file != null) {
      file.putInt(0, TORN);
      file.put(Integer.BYTES, data);
      file.putInt(0, data.length);
      long end = System.nanoTime() + RUN_NANOS;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
