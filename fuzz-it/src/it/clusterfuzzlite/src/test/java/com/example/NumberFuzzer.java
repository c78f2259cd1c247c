package com.example;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Forgets what else a parsed number may be: {@code getAsInt} throws for {@code 1x}. */
public class NumberFuzzer {
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    try {
      JsonElement element = new JsonParser().parse(data.consumeRemainingAsString());
      if (element.isJsonPrimitive()) {
        element.getAsInt();
      }
    } catch (JsonParseException refused) {
      // as documented
    }
  }
}
