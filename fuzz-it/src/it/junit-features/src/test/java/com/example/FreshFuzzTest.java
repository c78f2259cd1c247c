package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What earlier runs have left is no input's fault. */
class FreshFuzzTest {
  private List<String> prepared;
  private boolean ready;

  @BeforeEach
  void prepare() {
    prepared = new ArrayList<>();
    ready = true;
  }

  @FuzzTest
  void findsItsListEmpty(String text) {
    assertTrue(ready);
    prepared.add(text);
    assertEquals(1, prepared.size());
  }
}

class UnpreparedFuzzTest {
  private final List<String> seen = new ArrayList<>();

  @FuzzTest
  void findsItsListEmpty(String text) {
    seen.add(text);
    assertEquals(1, seen.size());
  }
}
