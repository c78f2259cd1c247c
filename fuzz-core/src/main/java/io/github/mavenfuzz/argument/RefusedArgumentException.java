package io.github.mavenfuzz.argument;

/**
 * A record's constructor has thrown an exception, as one does that checks its parameters: what was
 * passed is no value of the record, and so no input of the target. Without a stack, as the fuzzer
 * comes upon this as often as not; the cause is what the constructor has thrown.
 */
public final class RefusedArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Class<?> type;

  RefusedArgumentException(Class<?> type, Exception thrown) {
    super(null, thrown, false, false);
    this.type = type;
  }

  /** Made when it is asked for, as what the constructor has thrown takes part in it. */
  @Override
  public String getMessage() {
    String what = "the constructor of " + type.getName() + " refuses it: ";
    try {
      return what + getCause();
    } catch (Throwable hostile) { // the text is the project's
      return what + getCause().getClass().getName();
    }
  }
}
