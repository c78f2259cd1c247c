package io.github.mavenfuzz.argument;

/**
 * A record's constructor has thrown an exception, as one does that checks its parameters: what was
 * passed is no value of the record, and so no input of the target. Without a stack, as the fuzzer
 * comes upon this as often as not; the cause is what the constructor has thrown.
 */
public final class RefusedArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedArgumentException(Class<?> type, Exception thrown) {
    super("the constructor of " + type.getName() + " refuses it: " + thrown, thrown, false, false);
  }
}
