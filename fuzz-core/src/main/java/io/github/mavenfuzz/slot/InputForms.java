package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;

/**
 * Turns inputs of one target from their file form into their memory form and back. Lives in the
 * coordinator, in one thread.
 */
public final class InputForms {
  private final InputCodec codec;
  private final MutableInput input;

  public InputForms(InputShape shape) {
    this.codec = new InputCodec(shape);
    this.input = new MutableInput(shape, 0);
  }

  /**
   * @param file the file form of an input that was checked before
   */
  public byte[] toMemory(byte[] file) {
    try {
      input.load(codec.decode(file));
      return input.toMemory();
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was checked before: " + e.getMessage(), e);
    }
  }

  /**
   * @throws MalformedInputException when that is no memory form of an input of the shape
   */
  public byte[] toFile(byte[] memory) throws MalformedInputException {
    input.read(memory);
    byte[] file = codec.encode(input.values());
    codec.decode(file);
    return file;
  }
}
