package com.example.targets;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.concurrent.locks.LockSupport;

/** Targets that a command line finds on a class path, each with one way to end. */
public final class CommandTargets {
  private CommandTargets() {}

  @FuzzTest
  static int passes(byte[] data) {
    int depth = 0;
    if (data.length > 1 && data[0] == 'o') {
      depth = 1;
      if (data[1] == 'k') {
        depth = 2;
      }
    }
    return depth;
  }

  @FuzzTest
  static void fails(byte[] data) {
    if (data.length > 0 && data[0] == '!') {
      System.out.println("about to fail");
      throw new IllegalStateException("found");
    }
  }

  @FuzzTest
  static void failsSlowly(byte[] data) throws InterruptedException {
    Thread.sleep(50);
    if (data.length >= 200 && data[199] == '!') {
      throw new IllegalStateException("found");
    }
  }

  /** Ignores interrupts. */
  @FuzzTest
  static void hangs(byte[] data) {
    while (data.length > 1 && data[0] % 8 == 3) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @FuzzTest
  static void fillsTheHeap(byte[] data) {
    if (data.length > 1 && data[0] % 8 == 3) {
      byte[][] all = new byte[1 << 16][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new byte[1 << 20];
      }
    }
  }

  @FuzzTest
  static void exits(byte[] data) {
    if (data.length > 1 && data[0] % 8 == 3) {
      System.exit(5);
    }
  }

  @FuzzTest
  static void hasTwoCauses(byte[] data) {
    if (data.length > 2 && data[0] % 2 == 0) {
      throw new IllegalStateException("even");
    }
    if (data.length > 3) {
      throw new IllegalArgumentException("odd");
    }
  }

  @FuzzTest
  static void failsOrHangs(byte[] data) {
    fails(data);
    hangs(data);
  }

  @FuzzTest
  static void knowsAWord(String text) {
    if (text.contains("xyzzy-plugh")) {
      throw new IllegalStateException("the word");
    }
  }

  @FuzzTest
  static void takesTwo(int number, String text) {
    if (number > 1000 && text.isEmpty()) {
      throw new IllegalStateException();
    }
  }
}
