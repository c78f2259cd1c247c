package io.github.mavenfuzz.comm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a worker JVM writes to its standard output before it tells of a failure, so that the
 * coordinator knows when it has read all that the target has written until then.
 */
public final class OutputMark {
  private OutputMark() {}

  /**
   * The mark of one worker. Its first byte, which no text has, occurs in it once.
   *
   * @param memory of the worker, whose name nobody else knows beforehand
   */
  public static byte[] of(Path memory) {
    return ("\0" + memory + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
