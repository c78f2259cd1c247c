package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds the input that a worker JVM ran last, from what it was given and what it left in the
 * shared memory: the same mutations of the same input from the same state of the generator. Belongs
 * to one worker's thread.
 *
 * <p>Example: the memory says index 2, a state, and chain 3. The input that ran last is the third
 * of the call after the three mutations that the generator makes from that state. What the call has
 * found comes behind what it was passed.
 */
final class InputReplay {
  private final InputShape shape;
  private final int maxLength;
  private final PcgRandom random = new PcgRandom(0, 0);
  private final Mutator mutator = new Mutator(random);

  /**
   * @param maxLength the most bytes to which a mutation may grow an argument
   */
  InputReplay(InputShape shape, int maxLength) {
    this.shape = shape;
    this.maxLength = maxLength;
  }

  /**
   * Which input of a call ran last, or was mutated.
   *
   * @param size how many inputs the call has
   * @throws UnreadableMemoryException when it had no such input
   */
  static int index(SharedMemory memory, int size) {
    long index = memory.index();
    if (index < 0 || index >= size) {
      throw new UnreadableMemoryException("shared memory tells of input " + index);
    }
    return (int) index;
  }

  /**
   * @param passed by the call
   * @return the memory form of the input that ran last
   * @throws UnreadableMemoryException when no worker JVM leaves what the memory has
   */
  byte[] lastInput(PassedInputs passed, SharedMemory memory) {
    List<byte[]> parents = new ArrayList<>(passed.values());
    parents.addAll(memory.found());
    int index = index(memory, parents.size());
    byte[] parent = parents.get(index);
    if (memory.hint() != -1) {
      return withHint(parent, passed.hints(index), memory.hint());
    }
    int chain = memory.chain();
    if (chain < 0 || chain > Mutator.CHAIN_LENGTH) {
      throw new UnreadableMemoryException("shared memory tells of " + chain + " mutations");
    }
    if (chain == 0) {
      return parent;
    }
    long increment = memory.randomIncrement();
    if ((increment & 1) == 0) {
      throw new UnreadableMemoryException("shared memory tells of no random numbers");
    }
    random.restore(memory.randomState(), increment);
    mutator.begin(passed.vocabulary(this::read));
    mutator.from(index);
    MutableInput input = read(parent);
    for (int i = 0; i < chain; i++) {
      mutator.mutate(input);
    }
    return input.toMemory();
  }

  private byte[] withHint(byte[] parent, List<Hint> hints, long hint) {
    if (hint < 0 || hint >= hints.size()) {
      throw new UnreadableMemoryException("shared memory tells of hint " + hint);
    }
    MutableInput input = read(parent);
    HintMutation.apply(input, hints.get((int) hint));
    return input.toMemory();
  }

  private MutableInput read(byte[] value) {
    MutableInput input = new MutableInput(shape, maxLength);
    try {
      input.read(value);
      return input;
    } catch (MalformedInputException e) {
      throw new IllegalStateException("the input that was passed: " + e.getMessage(), e);
    }
  }
}
