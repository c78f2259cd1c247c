package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.security.NoSuchAlgorithmException;

class LockFuzzTest {
  @FuzzTest
  void opens(String text) throws NoSuchAlgorithmException {
    Lock.open(text);
  }
}
