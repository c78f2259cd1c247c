package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.slot.MutableInput;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of the last runs that have made threads, as many as fit. Lives as long as the worker
 * JVM; the main thread adds to them, any thread may ask.
 */
final class RunInputs {
  /** A target may start a thread at each of many thousand runs a second. */
  private static final int MAX_INPUTS = 10_000;

  /** Of all inputs that are kept, which must not fill the target's heap. */
  private static final int MAX_BYTES = 16 << 20;

  /** Memory forms by the number of the run, the oldest first; guarded by this. */
  private final Map<Long, byte[]> inputs = new LinkedHashMap<>();

  /** The length of them all, in bytes; guarded by this. */
  private int bytes;

  synchronized void remember(long run, MutableInput input) {
    byte[] content = input.toMemory();
    inputs.put(run, content);
    bytes += content.length;
    Iterator<byte[]> oldest = inputs.values().iterator();
    while (inputs.size() > MAX_INPUTS || bytes > MAX_BYTES) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /**
   * The memory form of a run's input. Allocates nothing: who asks may have filled the heap.
   *
   * @return null when it is not known
   */
  synchronized byte[] of(Long run) {
    return inputs.get(run);
  }
}
