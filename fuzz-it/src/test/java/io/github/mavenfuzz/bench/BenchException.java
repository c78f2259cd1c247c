package io.github.mavenfuzz.bench;

/** Something is not as the benchmark needs it; the message is one sentence for the user. */
final class BenchException extends Exception {
  private static final long serialVersionUID = 1;

  BenchException(String message) {
    super(message);
  }
}
