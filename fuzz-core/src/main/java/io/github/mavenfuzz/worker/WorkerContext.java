package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * What the calls of a worker JVM work with, once the target is loaded.
 *
 * @param maxLength the most bytes to which a mutation may grow an argument
 * @param outcomes tells how calls end
 */
record WorkerContext(
    SharedMemory memory,
    CountedRuns runs,
    LocalCoverage coverage,
    Watchdog watchdog,
    InputShape shape,
    int maxLength,
    Outcomes outcomes) {

  /**
   * A copy of the value that the coordinator has passed with a call.
   *
   * @throws UnreadableMemoryException when the target has overwritten it
   */
  byte[] value() {
    memory.followGrowth();
    byte[] value = memory.value();
    if (value == null) {
      throw new UnreadableMemoryException("shared memory holds no value");
    }
    return value;
  }

  MutableInput newInput() {
    return new MutableInput(shape, maxLength);
  }
}
