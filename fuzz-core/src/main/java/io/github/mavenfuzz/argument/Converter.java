package io.github.mavenfuzz.argument;

/** Makes what a target takes from a value in plain form. */
@FunctionalInterface
interface Converter {

  /**
   * @param plain of the type that this was made for; stays as it is
   * @return an object of its own, unless values of the type cannot change
   * @throws RefusedArgumentException when a class of the target's does not accept its parts
   */
  Object convert(Object plain) throws RefusedArgumentException;
}
