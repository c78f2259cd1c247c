package io.github.mavenfuzz.comm;

import java.util.List;

/**
 * What became of loading and preparing a target in a worker JVM.
 *
 * @param error a sentence that says why the target cannot run, or null when it can
 * @param skipped why JUnit would not run the target here, which may be empty; null when it would
 * @param warnings sentences about what the target should not rely on
 * @param note a sentence about how the target is run, or null when it is run as most are
 */
public record Preparation(String error, String skipped, List<String> warnings, String note) {
  public Preparation {
    warnings = List.copyOf(warnings);
  }

  public static Preparation failed(String error) {
    return new Preparation(error, null, List.of(), null);
  }

  public static Preparation skipped(String reason) {
    return new Preparation(null, reason, List.of(), null);
  }

  public static Preparation done(List<String> warnings, String note) {
    return new Preparation(null, null, warnings, note);
  }
}
