package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * Throwables whose stack is not where they were made: a test framework looked at a thread that did
 * not come to an end in time, and showed where it was by then, which is chance.
 */
final class SampledStacks {
  private static final String JUNIT4 = "org.junit.runners.model.TestTimedOutException";

  /** What {@code assertTimeoutPreemptively} gives its error as a cause, in all its versions. */
  private static final String JUPITER = "org.junit.jupiter.api.";

  private static final String JUPITER_END = "$ExecutionTimeoutException";

  private SampledStacks() {}

  static boolean isOne(Throwable thrown) {
    String name = thrown.getClass().getName();
    return name.equals(JUNIT4) || name.startsWith(JUPITER) && name.endsWith(JUPITER_END);
  }

  /** A chain without such a throwable at its end, unless there is no other. */
  static List<Throwable> cut(List<Throwable> chain) {
    int end = chain.size();
    while (end > 1 && isOne(chain.get(end - 1))) {
      end--;
    }
    return chain.subList(0, end);
  }
}
