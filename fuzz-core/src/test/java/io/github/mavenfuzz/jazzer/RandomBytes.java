package io.github.mavenfuzz.jazzer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

/** Inputs to make values of: noise, and soups of what the rules for strings look at. */
final class RandomBytes {
  private static final int MAX_LENGTH = 300;

  private static final String[] PIECES = {
    "00",
    "C080",
    "FF",
    "FFFF",
    "5C",
    "5C5C",
    "DC",
    "5CDC",
    "41",
    "7F",
    "80",
    "BF",
    "C0",
    "C1",
    "C180",
    "C2",
    "C280",
    "DFBF",
    "E0",
    "E08080",
    "E0A080",
    "E080",
    "ED",
    "EDA080",
    "EDA080EDB080",
    "EDB080",
    "EDBFBFEDA080",
    "ED9FBF",
    "EDAFBF",
    "EE8080",
    "EFBFBF",
    "EFBFBD",
    "F0",
    "F09F9880",
    "F8",
    "FC",
    "FD",
    "FDA080",
    "FE",
    "C3A4",
    "E282AC"
  };
  private static final String TEXT = "aZ09 {}\"\\äß€\u07FF\u0800\uFFFF\0😀𝄞";

  private RandomBytes() {}

  static byte[] next(Random random) {
    int length = random.nextInt(random.nextBoolean() ? 24 : MAX_LENGTH);
    return switch (random.nextInt(5)) {
      case 0 -> noise(random, length);
      case 1 -> new byte[length];
      case 2 -> utf8(random, length);
      default -> soup(random, length);
    };
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] utf8(Random random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length / 2) {
      int at = TEXT.offsetByCodePoints(0, random.nextInt(TEXT.codePointCount(0, TEXT.length())));
      text.appendCodePoint(TEXT.codePointAt(at));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] soup(Random random, int length) {
    ByteArrayOutputStream soup = new ByteArrayOutputStream();
    while (soup.size() < length) {
      byte[] piece = HexFormat.of().parseHex(PIECES[random.nextInt(PIECES.length)]);
      soup.write(piece, 0, random.nextInt(8) == 0 ? random.nextInt(piece.length) : piece.length);
    }
    return soup.toByteArray();
  }
}
