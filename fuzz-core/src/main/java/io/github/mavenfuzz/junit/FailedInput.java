package io.github.mavenfuzz.junit;

/**
 * Says on which input a target failed; added to the failure as a suppressed exception, because not
 * every test report shows the display name of a test.
 */
final class FailedInput extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param name of the input
   */
  FailedInput(String name) {
    super("with the input " + name, null, false, false);
  }

  /** Nothing but the message: the class says nothing to a user. */
  @Override
  public String toString() {
    return getMessage();
  }
}
