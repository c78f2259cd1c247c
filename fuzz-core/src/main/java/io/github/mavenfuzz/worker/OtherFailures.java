package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Failures for other causes than the one of which the input is made smaller, the first few of them;
 * in the worker's main thread.
 */
final class OtherFailures {
  /** A target may fail for another cause at each of many candidates. */
  private static final int MOST = 4;

  private final List<Response.Other> all = new ArrayList<>();

  /**
   * @param input that has failed
   */
  void add(RunFailure failure, byte[] input) {
    if (all.size() < MOST && isOther(failure)) {
      all.add(new Response.Other(failure.describe(), input));
    }
  }

  private boolean isOther(RunFailure failure) {
    return all.stream()
        .noneMatch(other -> failure.signature().hasCauseOf(other.failure().signature()));
  }

  List<Response.Other> all() {
    return List.copyOf(all);
  }
}
