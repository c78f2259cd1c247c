package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * Rebuilds the input that a worker JVM ran last, from the value that it was given and what it left
 * in the shared memory: the same mutations from the same state of the generator. Belongs to one
 * worker's thread.
 */
final class InputReplay {
  private final PcgRandom random = new PcgRandom(0, 0);
  private final Mutator mutator;
  private final MutableInput input;

  InputReplay(InputShape shape, int maxLength, Dictionary dictionary) {
    this.mutator = new Mutator(random);
    mutator.begin(Vocabulary.of(dictionary));
    this.input = new MutableInput(shape, maxLength);
  }

  /**
   * @param value the memory form of the input that the call passed
   * @return the memory form of the input that ran last
   * @throws UnreadableMemoryException when no worker JVM applies so many mutations
   */
  byte[] lastInput(byte[] value, SharedMemory memory) {
    try {
      input.read(value);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("the input that was passed: " + e.getMessage(), e);
    }
    int chain = memory.chain();
    if (chain < 0 || chain > Mutator.CHAIN_LENGTH) {
      throw new UnreadableMemoryException("shared memory tells of " + chain + " mutations");
    }
    long increment = memory.randomIncrement();
    if ((increment & 1) == 0) {
      throw new UnreadableMemoryException("shared memory tells of no random numbers");
    }
    random.restore(memory.randomState(), increment);
    for (int i = 0; i < chain; i++) {
      mutator.mutate(input);
    }
    return input.toMemory();
  }
}
