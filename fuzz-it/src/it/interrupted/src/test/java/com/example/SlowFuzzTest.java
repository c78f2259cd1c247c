package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class SlowFuzzTest {
  @FuzzTest
  void sleeps(byte[] data) throws InterruptedException {
    if (data.length == 2) {
      Thread.sleep(3_600_000);
    }
  }
}
