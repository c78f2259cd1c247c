package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;

/**
 * Rebuilds the input that a worker JVM ran last, from the value that it was given and what it left
 * in the shared memory: the same mutations from the same state of the generator. Belongs to one
 * worker's thread.
 */
final class InputReplay {
  private final InputCodec codec;
  private final PcgRandom random = new PcgRandom(0, 0);
  private final Mutator mutator;
  private final MutableInput input;

  InputReplay(InputShape shape, int maxLength, Dictionary dictionary) {
    this.mutator = new Mutator(random, dictionary);
    this.codec = new InputCodec(shape);
    this.input = new MutableInput(shape, maxLength);
  }

  /**
   * @param value the file form of the input that the call passed
   * @return the file form of the input that ran last
   * @throws UnreadableMemoryException when no worker JVM applies so many mutations
   */
  byte[] lastInput(byte[] value, SharedMemory memory) {
    load(value);
    int chain = memory.chain();
    if (chain < 0 || chain > Mutator.CHAIN_LENGTH) {
      throw new UnreadableMemoryException("shared memory tells of " + chain + " mutations");
    }
    random.restore(memory.randomState(), memory.randomIncrement());
    for (int i = 0; i < chain; i++) {
      mutator.mutate(input);
    }
    return codec.encode(input.values());
  }

  /**
   * @param value the file form of an input, perhaps written by hand
   * @return its file form as a worker JVM writes it
   */
  byte[] written(byte[] value) {
    load(value);
    return codec.encode(input.values());
  }

  /**
   * @param value the file form of an input
   * @param raw the bare content of one argument, from a minimisation that was cut short
   * @return the file form of the input with that argument in place
   */
  byte[] withRaw(byte[] value, int index, byte[] raw) {
    load(value);
    input.loadRaw(index, raw);
    return codec.encode(input.values());
  }

  /**
   * @param value what a minimisation has left
   * @return the same
   * @throws UnreadableMemoryException when that is no input of the target
   */
  byte[] checked(byte[] value) {
    try {
      codec.decode(value);
      return value;
    } catch (MalformedInputException e) {
      throw new UnreadableMemoryException("shared memory holds no input: " + e.getMessage());
    }
  }

  private void load(byte[] value) {
    try {
      input.load(codec.decode(value));
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was checked before: " + e.getMessage(), e);
    }
  }
}
