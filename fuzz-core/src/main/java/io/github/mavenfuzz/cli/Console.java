package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.report.VisibleText;
import java.io.PrintStream;

/** Prints lines that end in a line feed on every platform, as programs read them. */
final class Console {
  private final PrintStream out;
  private final boolean verbose;
  private final long pid = ProcessHandle.current().pid();

  /**
   * @param verbose whether to print more than findings and errors
   */
  Console(PrintStream out, boolean verbose) {
    this.out = out;
    this.verbose = verbose;
  }

  /** Prints one or more lines, whatever the verbosity. */
  void print(String lines) {
    out.print(lines + "\n");
    out.flush();
  }

  /** Prints what can be done without. */
  void detail(String lines) {
    if (verbose) {
      print(lines);
    }
  }

  void info(String message) {
    detail("INFO: " + message);
  }

  void warning(String message) {
    print("WARNING: " + VisibleText.line(message));
  }

  void error(String message) {
    print("ERROR: " + VisibleText.lines(message));
  }

  /** Prints a line that says what became of this process, as libFuzzer does. */
  void event(String message) {
    print("==" + pid + "== " + message);
  }
}
