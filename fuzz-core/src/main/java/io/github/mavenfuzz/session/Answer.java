package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.failure.Failure;
import java.util.List;

/**
 * What came of a call to a worker JVM; belongs to the thread of its worker.
 *
 * @param response null when the worker JVM ended or fell silent instead
 * @param instrumented what the worker JVM has announced, or null without a response
 * @param bits the coverage that came with it, in the worker's numbering, or null
 * @param input the input that ran last, or of the one that has failed late
 * @param silent whether the worker JVM still ran and made no further run
 * @param index as of {@link TaskResult}
 */
record Answer(
    Response response,
    Instrumented instrumented,
    byte[] bits,
    byte[] input,
    long runs,
    boolean silent,
    int index) {

  Failure failure() {
    if (response instanceof Response.Minimized minimized) {
      return minimized.failure();
    }
    if (response instanceof Response.Late late) {
      return late.failure();
    }
    return response instanceof Response.Fuzzed fuzzed ? fuzzed.failure() : null;
  }

  /**
   * Failures that were met while an input was made smaller; their inputs are as in the response.
   */
  List<Response.Other> others() {
    return response instanceof Response.Minimized minimized ? minimized.others() : List.of();
  }

  /** Null when there were none, or none is known of. */
  Refusals refusals() {
    if (response instanceof Response.Late late) {
      return late.refusals();
    }
    return response instanceof Response.Fuzzed fuzzed ? fuzzed.refusals() : null;
  }

  /** Whether the worker JVM is gone, or about to go. */
  boolean isEnding() {
    return response == null || response.ending();
  }

  /** The same with what the shared memory says. */
  Answer with(byte[] newBits, byte[] lastInput, long count) {
    return new Answer(response, instrumented, newBits, lastInput, count, silent, index);
  }

  /** The same with the input in another form. */
  Answer withInput(byte[] other) {
    return new Answer(response, instrumented, bits, other, runs, silent, index);
  }

  Answer withIndex(int last) {
    return new Answer(response, instrumented, bits, input, runs, silent, last);
  }
}
