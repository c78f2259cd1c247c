package com.example.hostile;

/** A target with a corpus that grows for some time and one failure. */
public final class Ordinary {
  private Ordinary() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Recording.record(data);
    boolean pulled = Trigger.isPulled(data);
    Harmless.work(data);
    if (pulled) {
      throw new IllegalStateException("an ordinary failure");
    }
  }
}
