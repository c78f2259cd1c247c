package com.example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class LeftOutFuzzTest {
  @Disabled("the bug is known")
  @FuzzTest
  void known(int number) {
    throw new IllegalStateException("known");
  }

  @EnabledIfSystemProperty(named = "sandbox", matches = "true")
  @FuzzTest
  void needsASandbox(int number) {
    throw new IllegalStateException("no sandbox");
  }
}

class DatabaseFuzzTest {
  @BeforeAll
  static void connect() {
    assumeTrue(false, "there is no database");
  }

  @FuzzTest
  void queries(String text) {
    throw new IllegalStateException("no database");
  }
}
