package com.example.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What makes the hostile targets fail, one input in some thousands, and what counts their runs: in
 * a memory-mapped file, which all worker JVMs of a run share and which outlives each of them.
 */
public final class Trigger {
  /** The environment variable with the path of the file; without it, nothing is counted. */
  public static final String TALLY = "FUZZ_IT_TALLY";

  /** Where the number of all runs stands in the file, and its number at the first trigger. */
  public static final int RUNS = 0;

  public static final int FIRST = Long.BYTES;
  public static final int TALLY_BYTES = 2 * Long.BYTES;

  private static final MappedByteBuffer tally = open();

  private Trigger() {}

  private static MappedByteBuffer open() {
    String file = System.getenv(TALLY);
    if (file == null) {
      return null;
    }
    try (FileChannel channel =
        FileChannel.open(Path.of(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer map = channel.map(MapMode.READ_WRITE, 0, TALLY_BYTES);
      map.order(ByteOrder.nativeOrder());
      return map;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts a run of a target, and says whether its input is one that makes it fail. */
  static boolean isPulled(byte[] data) {
    count();
    boolean pulled = isTrigger(data);
    if (pulled && tally != null && tally.getLong(FIRST) == 0) {
      tally.putLong(FIRST, tally.getLong(RUNS));
    }
    return pulled;
  }

  /** Whether an input makes the targets fail. */
  public static boolean isTrigger(byte[] data) {
    return data.length >= 2 && data[0] == 'x';
  }

  /** Counts a run of a target that no input makes fail. */
  static void count() {
    if (tally != null) {
      tally.putLong(RUNS, tally.getLong(RUNS) + 1);
    }
  }
}
