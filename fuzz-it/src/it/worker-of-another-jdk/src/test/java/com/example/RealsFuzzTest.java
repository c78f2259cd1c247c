package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RealsFuzzTest {
  private int longest;

  /** Whatever numbers are in an input is kept for some. */
  @FuzzTest
  void reads(double d, float f, List<Double> more, float[] others) throws IOException {
    Files.writeString(Path.of("target", "jdk.txt"), Integer.toString(Runtime.version().feature()));
    look(Double.doubleToRawLongBits(d));
    look(Float.floatToRawIntBits(f));
    for (double one : more) {
      look(Double.doubleToRawLongBits(one));
    }
    for (float one : others) {
      look(Float.floatToRawIntBits(one));
    }
  }

  private void look(long bits) {
    for (int i = 0; i < Long.SIZE; i++) {
      if ((bits >>> i & 1) != 0) {
        longest = Math.max(longest, i);
      }
    }
  }

  @FuzzTest
  void fails(double d, float f) {
    if (d > 0 && d < 1e-300 || Float.isNaN(f)) {
      throw new IllegalStateException("odd");
    }
  }
}
