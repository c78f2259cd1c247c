package com.example.hostile;

/** Sends signals to the own process. */
final class Signals {
  private Signals() {}

  /**
   * @param name as in {@code kill -TERM}
   */
  static void raise(String name) throws Exception {
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-" + name, self).start().waitFor();
    Thread.sleep(100); // until it has come
  }
}
