package com.example.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;

/** A provider that says how to read, and what. */
public class GsonFuzzer {
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Class<?> type = data.pickValue(List.of(Object.class, String[].class, int[].class));
    try {
      new Gson().fromJson(data.consumeRemainingAsString(), type);
    } catch (JsonParseException refused) {
      // as documented
    }
  }
}
