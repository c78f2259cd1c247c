package com.example.targets;

import io.github.mavenfuzz.api.FuzzTest;

/** A class whose only target needs no name. */
public final class OneTarget {
  private OneTarget() {}

  @FuzzTest
  static void theOnly(byte[] data) {}
}
