package com.example;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;

class CborFuzzTest {
  private final CBORMapper mapper = new CBORMapper();

  @FuzzTest
  void readsTree(byte[] document) {
    try {
      mapper.readTree(document);
    } catch (IOException refused) {
      // As documented.
    }
  }
}
