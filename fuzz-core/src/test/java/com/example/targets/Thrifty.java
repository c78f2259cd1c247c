package com.example.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Targets that throw the same throwable again and again, or one for which they want no stack. */
public final class Thrifty {
  private static RuntimeException kept;
  private static boolean counted;

  private Thrifty() {}

  /** Leaves a line in the working directory for each JVM that runs a target. */
  private static boolean isRare(byte[] data) {
    if (!counted) {
      counted = true;
      try {
        Files.writeString(
            Path.of("processes"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return data.length > 1 && (data[0] & 31) == 7;
  }

  static void needsABrokenClass(byte[] data) {
    if (isRare(data)) {
      Broken.use();
    }
  }

  static void throwsAConstant(byte[] data) {
    if (isRare(data)) {
      throw Constants.THROWN;
    }
  }

  static void throwsWhatItHasThrownBefore(byte[] data) {
    if (isRare(data)) {
      kept = kept == null ? make() : kept;
      throw kept;
    }
  }

  private static RuntimeException make() {
    return new IllegalStateException();
  }

  static void throwsWithoutAStack(byte[] data) {
    if (isRare(data)) {
      throw new Lean();
    }
  }

  /** Cannot be initialised. */
  private static final class Broken {
    static final int VALUE = Integer.parseInt("no number");

    static void use() {}
  }

  /** Its only method is its initialiser. */
  private interface Constants {
    RuntimeException THROWN = new IllegalStateException();
  }

  /** Never has a stack. */
  public static final class Lean extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lean() {
      super(null, null, false, false);
    }
  }
}
