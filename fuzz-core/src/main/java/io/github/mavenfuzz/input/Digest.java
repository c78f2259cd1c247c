package io.github.mavenfuzz.input;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of bytes, in hexadecimal digits, of which names are made. */
public final class Digest {
  private Digest() {}

  /** The SHA-256, in 64 digits. */
  public static String sha256(byte[] content) {
    return of("SHA-256", content);
  }

  /** The SHA-1, in 40 digits. */
  public static String sha1(byte[] content) {
    return of("SHA-1", content);
  }

  private static String of(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
