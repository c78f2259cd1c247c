package io.github.mavenfuzz.cli;

/** The command line cannot be run as it is; the message is a sentence for the user. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
