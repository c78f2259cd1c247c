package com.example.hostile;

/** A target with a corpus that grows for some time and no failure. */
public final class Harmless {
  private static int sum;

  private Harmless() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Recording.record(data);
    Trigger.count();
    work(data);
  }

  static void work(byte[] data) {
    for (byte b : data) {
      switch (b & 0x3F) {
        case 1 -> sum += 2;
        case 2 -> sum += 3;
        case 3 -> sum += 5;
        case 4 -> sum += 7;
        case 5 -> sum += 11;
        case 6 -> sum += 13;
        case 7 -> sum += 17;
        case 8 -> sum += 19;
        default -> sum -= 1;
      }
    }
  }
}
