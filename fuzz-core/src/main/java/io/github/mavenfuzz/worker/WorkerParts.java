package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * What the calls of a worker JVM work with, once the target is loaded.
 *
 * @param maxLength the most bytes to which a mutation may grow an argument
 * @param dictionary words that mutations insert
 */
record WorkerParts(
    SharedMemory memory,
    CountedRuns runs,
    LocalCoverage coverage,
    Watchdog watchdog,
    InputShape shape,
    InputCodec codec,
    int maxLength,
    Dictionary dictionary) {

  MutableInput newInput() {
    return new MutableInput(shape, maxLength);
  }
}
