package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FlakyFuzzTest {
  private static final Path FAILED = Path.of("target/failed");
  private static int runs;

  /** Once in the whole build, however many JVMs there are. */
  @FuzzTest
  void failsOnce(int number) throws IOException {
    if (++runs == 500 && Files.notExists(FAILED)) {
      Files.createFile(FAILED);
      throw new IllegalStateException("once");
    }
  }
}
