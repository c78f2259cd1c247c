package com.example.hostile;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A target with several parameters, which keeps what it got. */
public final class Typed {
  private static int sum;

  private Typed() {}

  @FuzzTest
  static void fuzz(List<String> words, int number, byte[] data) {
    Recording.record(
        (words + " " + number + " " + List.of(new String(data, StandardCharsets.ISO_8859_1)))
            .getBytes(StandardCharsets.UTF_16BE));
    Trigger.count();
    for (String word : words) {
      sum += word.length() > 2 ? 1 : 2;
      sum += word.startsWith("a") ? 3 : 4;
    }
    for (int i = 0; i < 32; i++) {
      sum += (number >> i & 1) != 0 ? i : -i;
    }
    for (byte b : data) {
      sum += b > 0 ? 1 : 2;
    }
  }
}
