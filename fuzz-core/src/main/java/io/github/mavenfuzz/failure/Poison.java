package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * Tells failures after which a JVM is not what it was, so that whatever runs in it later may fail
 * for no reason of its own. An exhausted heap is not one: what filled it may be gone.
 */
public final class Poison {
  /** What the JVM says when something other than the heap is exhausted. */
  private static final List<String> NOT_THE_HEAP =
      List.of(
          "Metaspace",
          "Compressed class space",
          "CodeCache",
          "unable to create native thread",
          "unable to create new native thread",
          "direct buffer memory",
          "Direct buffer memory",
          "Map failed",
          "Out of swap space");

  private Poison() {}

  /**
   * Whether a throwable, or what caused it, comes of exhausted memory other than the heap, or of a
   * class that can never be used in this JVM because the heap or the stack was full when it was
   * initialised. Never throws.
   */
  public static boolean isIn(Throwable thrown) {
    try {
      for (Throwable cause : ThrowableReader.chain(thrown)) {
        if (cause instanceof OutOfMemoryError && isNotTheHeap(cause)
            || FailedInitializer.isOfExhaustion(cause)) {
          return true;
        }
      }
      return false;
    } catch (Throwable full) {
      return false;
    }
  }

  private static boolean isNotTheHeap(Throwable error) {
    String message = ThrowableReader.message(error);
    return message != null && NOT_THE_HEAP.stream().anyMatch(message::contains);
  }
}
