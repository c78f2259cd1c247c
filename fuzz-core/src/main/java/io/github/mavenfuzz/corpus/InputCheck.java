package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.input.MalformedInputException;

/** Knows whether the content of a file is an input of the target at hand. */
@FunctionalInterface
public interface InputCheck {
  /**
   * @throws MalformedInputException when it is not; the message says why
   */
  void check(byte[] content) throws MalformedInputException;
}
