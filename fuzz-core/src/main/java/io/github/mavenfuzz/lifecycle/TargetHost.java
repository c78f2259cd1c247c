package io.github.mavenfuzz.lifecycle;

import java.util.function.Consumer;

/** Prepares a target, lets it be run, and ends it, all on the thread that calls it. */
public interface TargetHost {
  /**
   * Prepares the target, passes it on, and ends it when that returns.
   *
   * @param runs called once with the prepared target; must not throw
   * @throws LifecycleException when the target cannot be prepared, and then nothing was passed on,
   *     or when it fails at its end
   * @throws SkippedException when JUnit would skip the target; nothing was passed on
   */
  void host(Consumer<PreparedTarget> runs) throws LifecycleException, SkippedException;
}
