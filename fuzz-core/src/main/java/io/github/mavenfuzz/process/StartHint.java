package io.github.mavenfuzz.process;

import java.util.Arrays;

/** Advice for worker JVMs that do not start, where the JVM's own message hides the reason. */
public enum StartHint {
  DEBUGGER(
      "Address already in use",
      "A debugger's port serves one JVM only, and a run has several: with address=0, or where"
          + " inputs are replayed, each has a debugger, otherwise only the first."),
  MODULES(
      "initialization of boot layer",
      "The worker JVMs have the module path that Surefire has; arguments that its argLine adds"
          + " go into fuzz.argLine, too. With fuzz.useModulePath=false everything is on the class"
          + " path.");

  private final String sign;
  private final String sentence;

  StartHint(String sign, String sentence) {
    this.sign = sign;
    this.sentence = sentence;
  }

  /** Whether a JVM did not start for this reason. */
  public boolean isIn(String output) {
    return output.contains(sign);
  }

  public String sentence() {
    return sentence;
  }

  /**
   * What an error has to say more.
   *
   * @param output of a JVM that did not start
   * @return nothing, or lines
   */
  static String of(String output) {
    return Arrays.stream(values())
        .filter(hint -> hint.isIn(output))
        .map(hint -> output.endsWith("\n") ? hint.sentence : "\n" + hint.sentence)
        .findFirst()
        .orElse("");
  }
}
