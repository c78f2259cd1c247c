package com.example.targets;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.api.Jazzer;

/** A target as OSS-Fuzz has them, which needs Jazzer's API and calls a helper of it. */
public final class ProviderTarget {
  private ProviderTarget() {}

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    Jazzer.exploreState((byte) 1, 1);
    if (data.consumeByte() == '!') {
      throw new IllegalStateException("found");
    }
  }
}
