package com.example.targets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh;
import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.api.SilentCloseable;
import java.util.ArrayList;
import java.util.List;

/**
 * Targets without a branch on the way to the failure: only what they tell the fuzzer leads there.
 */
public final class Guided {
  private static final String WORD = "guided";
  private static final byte[] CODE = {77, -3, 5, 120, -99, 33};

  private static final List<String> READY = new ArrayList<>();

  static {
    Jazzer.onFuzzTargetReady(() -> READY.add("ready"));
  }

  private Guided() {}

  static void equality(byte[] data) {
    String text = new String(data, ISO_8859_1);
    Jazzer.guideTowardsEquality(text, WORD, 1);
    failIf(text.equals(WORD));
  }

  static void equalBytes(byte[] data) {
    Jazzer.guideTowardsEquality(data, CODE, 1);
    failIf(java.util.Arrays.equals(data, CODE));
  }

  static void containment(byte[] data) {
    String text = new String(data, ISO_8859_1);
    Jazzer.guideTowardsContainment(text, WORD, 1);
    failIf(text.contains(WORD));
  }

  static void states(byte[] data) {
    Jazzer.exploreState((byte) rightBytes(data), 1);
    failIf(rightBytes(data) == CODE.length);
  }

  static void maximum(byte[] data) {
    Jazzer.maximize(rightBytes(data), 0, CODE.length);
    failIf(rightBytes(data) == CODE.length);
  }

  static void minimum(byte[] data) {
    Jazzer.minimize(100 - rightBytes(data), 0, 100, 200, 1);
    failIf(rightBytes(data) == CODE.length);
  }

  static void unguided(byte[] data) {
    failIf(rightBytes(data) == CODE.length);
  }

  /** Catches everything, but fails on inputs that begin with a small letter. */
  static void reports(byte[] data) {
    try {
      if (data.length > 0 && data[0] >= 'a' && data[0] <= 'z') {
        Jazzer.reportFindingFromHook(new FuzzerSecurityIssueHigh("letter"));
      }
    } catch (Throwable swallowed) {
      // as some libraries do
    }
  }

  /** Never fails where the helpers work. */
  static void helpers(byte[] data) {
    try (SilentCloseable network = BugDetectors.allowNetworkConnections();
        SilentCloseable path = BugDetectors.setFilePathTraversalAllowPath(p -> true)) {
      if (network == path || Jazzer.SEED != 0 || !READY.equals(List.of("ready"))) {
        throw new IllegalStateException("ready: " + READY + ", seed " + Jazzer.SEED);
      }
    }
  }

  /** How many bytes from the first are right; no branch tells. */
  private static int rightBytes(byte[] data) {
    int differing = java.util.Arrays.mismatch(CODE, data);
    return Math.floorMod(differing, CODE.length + 1);
  }

  private static void failIf(boolean found) {
    if (found) {
      throw new IllegalStateException("found");
    }
  }
}
