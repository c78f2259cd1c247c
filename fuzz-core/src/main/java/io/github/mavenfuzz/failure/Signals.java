package io.github.mavenfuzz.failure;

/** The names of signals, as Linux counts them. */
public final class Signals {
  private Signals() {}

  /** Null when the number has no name of its own. */
  public static String name(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 3 -> "SIGQUIT";
      case 4 -> "SIGILL";
      case 5 -> "SIGTRAP";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 10 -> "SIGUSR1";
      case 11 -> "SIGSEGV";
      case 12 -> "SIGUSR2";
      case 13 -> "SIGPIPE";
      case 14 -> "SIGALRM";
      case 15 -> "SIGTERM";
      case 16 -> "SIGSTKFLT";
      case 24 -> "SIGXCPU";
      case 25 -> "SIGXFSZ";
      case 26 -> "SIGVTALRM";
      case 27 -> "SIGPROF";
      case 29 -> "SIGIO";
      case 30 -> "SIGPWR";
      case 31 -> "SIGSYS";
      default -> null;
    };
  }
}
