package com.example.jvm;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh;
import org.apache.commons.io.FilenameUtils;

/** Knows how bad a finding is. */
public class PathFuzzer {
  private static final String BASE = "/srv/files/";

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    try (var network = BugDetectors.allowNetworkConnections()) {
      boolean upper = data.consumeBoolean();
      String name = data.consumeString(40);
      if (name.indexOf('\0') >= 0) {
        return;
      }
      String path = FilenameUtils.concat(BASE, upper ? name.toUpperCase() : name);
      if (path != null && !path.startsWith(BASE)) {
        throw new FuzzerSecurityIssueHigh("left " + BASE + " for " + path);
      }
    }
  }
}
