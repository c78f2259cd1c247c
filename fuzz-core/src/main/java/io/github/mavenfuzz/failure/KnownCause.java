package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * A cause that a run has found already.
 *
 * @param paths to it that were seen; the first is that of the finding
 * @param open whether another way would still be kept as a variant
 */
public record KnownCause(Cause cause, List<CallPath> paths, boolean open) {
  public KnownCause {
    paths = List.copyOf(paths);
  }

  /** A cause of which no variant is wanted. */
  public static KnownCause closed(Signature signature) {
    return new KnownCause(signature.cause(), List.of(signature.path()), false);
  }

  /** Whether a failure of the cause came on a path that is worth keeping. */
  boolean wants(CallPath path) {
    return open && paths.stream().noneMatch(path::mayBe);
  }
}
