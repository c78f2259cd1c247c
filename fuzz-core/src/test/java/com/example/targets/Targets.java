package com.example.targets;

import java.nio.charset.StandardCharsets;

/** Targets for tests that fork real worker JVMs. */
public final class Targets {
  private Targets() {}

  /** Never fails; every byte of the word is a branch of its own. */
  static int tenBranches(byte[] data) {
    int depth = 0;
    for (byte expected : "fuzz-maven".getBytes(StandardCharsets.ISO_8859_1)) {
      if (depth >= data.length || data[depth] != expected) {
        return depth;
      }
      depth++;
    }
    return depth;
  }

  /** Fails on every input that has the word anywhere. */
  static void word(String text) {
    int i = text.indexOf('b');
    if (i >= 0 && text.length() > i + 2 && text.charAt(i + 1) == 'u') {
      if (text.charAt(i + 2) == 'g') {
        throw new IllegalStateException("found in " + text.length() + " characters");
      }
    }
  }

  /** Fails when three values of different types have to come together. */
  static void typed(int number, String text, boolean flag) {
    if (number > 1000 && flag && text.length() > 3) {
      throw new IllegalArgumentException(number + text);
    }
  }

  /** Ends the JVM. */
  static void exits(byte[] data) {
    if (data.length > 3) {
      System.exit(3);
    }
  }

  /** Never returns from some inputs. */
  static void hangs(byte[] data) throws InterruptedException {
    if (data.length > 3) {
      Thread.sleep(1_000_000);
    }
  }

  /** Never returns, whoever interrupts. */
  static void spins(byte[] data) {
    while (data.length > 3) {
      Thread.onSpinWait();
    }
  }

  static void outOfMemory(byte[] data) {
    if (data.length > 3) {
      byte[][] all = new byte[1 << 20][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new byte[1 << 20];
      }
    }
  }
}
