package io.github.mavenfuzz.cli;

/** The exit codes of libFuzzer, but for findings, whose codes flags can change. */
final class ExitCodes {
  /** Nothing was found. */
  static final int SUCCESS = 0;

  /** The command line is wrong, or the fuzzer is at fault. */
  static final int ERROR = 1;

  /** A signal ended the run. */
  static final int INTERRUPTED = 72;

  private ExitCodes() {}
}
