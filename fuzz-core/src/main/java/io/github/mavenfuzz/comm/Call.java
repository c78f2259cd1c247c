package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Signature;
import java.util.List;

/** What the coordinator asks of a worker JVM; the input is in the shared memory. */
public sealed interface Call extends Message {

  /**
   * Asks for the target to be loaded and prepared; answered by {@link Response.Pong}. The first
   * call to a worker JVM, which knows no other before it.
   */
  record Ping() implements Call {}

  /**
   * Asks to do what the target's class wants done after the last run; answered by {@link
   * Response.TornDown}. The last call to a worker JVM that is well.
   */
  record TearDown() implements Call {}

  /**
   * Asks to run inputs as they are, one after the other, until one fails; answered by {@link
   * Response.Fuzzed} with the coverage of all that have passed, new or not. The shared memory holds
   * their memory forms one behind the other, and says at any time which of them runs.
   *
   * @param lengths of the memory forms, in bytes
   * @param runs of each input: 2 tell which of its coverage is stable, 1 does not
   * @param sliceMillis after which no further input begins
   */
  record WarmUp(List<Integer> lengths, int runs, long sliceMillis) implements Call {}

  /**
   * Asks for runs of variations of the input; answered by {@link Response.Fuzzed} as soon as one of
   * them fails or reaches new coverage.
   *
   * @param sliceMillis when to return without a result; 0 means only the limit counts
   * @param limit the most calls of the target; 0 means no limit
   * @param maskLength how much coverage mask the shared memory holds, in probes of the worker
   * @param known causes of failures that are not worth returning for
   */
  record Fuzz(long sliceMillis, long limit, int maskLength, List<KnownCause> known)
      implements Call {}

  /**
   * Asks for a smaller input; answered by {@link Response.Minimized}.
   *
   * @param limitMillis when to stop; 0 means only the limit counts
   * @param limit the most calls of the target
   */
  record Minimize(long limitMillis, long limit, Keep keep) implements Call {}

  /**
   * What a smaller input has to have as well.
   *
   * @param signature of the failure whose cause it has to have, or null when it is coverage
   * @param coverageLength how many probes of that coverage the shared memory holds
   * @param known causes of failures that are not worth telling of
   */
  record Keep(Signature signature, int coverageLength, List<KnownCause> known) {

    public static Keep failure(Signature signature, List<KnownCause> known) {
      return new Keep(signature, 0, known);
    }

    public static Keep coverage(int length, List<KnownCause> known) {
      return new Keep(null, length, known);
    }
  }
}
