package com.example;

/** Needs something that is not there. */
public class UnpreparedFuzzer {
  public static void fuzzerInitialize() {
    throw new IllegalStateException("no database");
  }

  public static void fuzzerTestOneInput(byte[] data) {}
}
