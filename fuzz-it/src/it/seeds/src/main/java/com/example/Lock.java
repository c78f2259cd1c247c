package com.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

public final class Lock {
  private static final String HASH =
      "018f1da4da88271e6dd0ac0c0384e4c242dd451b67cebfe7f75bf295daf60beb";

  private Lock() {}

  /** No fuzzer guesses the key: it has to be in a seed. */
  public static void open(String text) throws NoSuchAlgorithmException {
    if (text.length() >= 8 && hash(text.substring(0, 8)).equals(HASH)) {
      if (text.endsWith("!")) {
        throw new IllegalStateException("burst open");
      }
    }
  }

  private static String hash(String key) throws NoSuchAlgorithmException {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
