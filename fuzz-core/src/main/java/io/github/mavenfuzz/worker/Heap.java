package io.github.mavenfuzz.worker;

/**
 * Tells an allocation that was too large, after which the JVM can go on, from a heap that runs have
 * filled for good.
 */
final class Heap {
  private Heap() {}

  /** Whether more than half of the heap is in use and a collection does not change that. */
  static boolean isFull() {
    if (isHalfUsed()) {
      System.gc();
      return isHalfUsed();
    }
    return false;
  }

  private static boolean isHalfUsed() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 2;
  }
}
