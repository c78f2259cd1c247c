package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class HostileFuzzTest {
  @FuzzTest
  void exits(byte[] bytes) {
    if (bytes.length > 3) {
      System.exit(3);
    }
  }

  @FuzzTest
  void hangs(byte[] bytes) {
    while (bytes.length > 3) {
      Thread.onSpinWait();
    }
  }

  @FuzzTest
  void runsOutOfMemory(byte[] bytes) {
    if (bytes.length > 3) {
      long[] larger = new long[Integer.MAX_VALUE / 2];
      larger[bytes.length] = bytes.length;
    }
  }

  @FuzzTest
  void runsAfterThem(byte[] bytes) {}
}
