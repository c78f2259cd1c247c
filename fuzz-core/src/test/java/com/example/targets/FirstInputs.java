package com.example.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Targets that write down the first input that each JVM runs. */
public final class FirstInputs {
  /** The system property that names the file. */
  public static final String LOG = "first.inputs";

  private static boolean told;

  private FirstInputs() {}

  static void first(byte[] data) throws IOException {
    tell("first", data);
  }

  static void second(byte[] data) throws IOException {
    tell("second", data);
  }

  private static void tell(String target, byte[] data) throws IOException {
    if (!told) {
      told = true;
      String input = new String(data, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", " ");
      Files.writeString(
          Path.of(System.getProperty(LOG)),
          target + ' ' + input + '\n',
          StandardCharsets.ISO_8859_1,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
