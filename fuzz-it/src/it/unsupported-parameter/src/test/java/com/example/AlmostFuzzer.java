package com.example;

/** Is perhaps no target. */
public class AlmostFuzzer {
  public void fuzzerTestOneInput(byte[] data) {}
}
