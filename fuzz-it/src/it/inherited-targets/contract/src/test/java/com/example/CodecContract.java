package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;

/** Holds for every codec. */
public abstract class CodecContract<T> {
  protected abstract String write(T value);

  protected abstract T read(String text);

  @Roundtrip
  void readsWhatItWrites(T value) {
    assertEquals(value, read(write(value)));
  }

  @Nested
  class WithinALine {
    @Roundtrip
    void readsWhatItWrites(T value) {
      assertEquals(value, read(write(value).strip()));
    }
  }
}
