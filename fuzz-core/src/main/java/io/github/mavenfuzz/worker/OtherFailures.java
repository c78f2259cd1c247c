package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.failure.CrashSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Failures for other causes than the one of which the input is made smaller, the first few of them;
 * in the worker's main thread.
 */
final class OtherFailures {
  /** A target may fail for another cause at each of many candidates. */
  private static final int MOST = 4;

  private final Set<String> signatures = new HashSet<>();
  private final List<Response.Other> all = new ArrayList<>();

  /**
   * @param input that has failed
   */
  void add(RunFailure failure, byte[] input) {
    if (all.size() < MOST && !CrashSignature.isKnown(failure.signature(), signatures)) {
      signatures.add(failure.signature());
      all.add(new Response.Other(failure.describe(), input));
    }
  }

  List<Response.Other> all() {
    return List.copyOf(all);
  }
}
