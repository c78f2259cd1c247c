package com.example;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/** Finds nothing. */
public class JsonFuzzer {
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      new JsonParser().parse(new String(data, StandardCharsets.UTF_8));
    } catch (JsonParseException refused) {
      // as documented
    }
  }
}
