package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.util.List;

/**
 * One input that a target is run with.
 *
 * @param name shown to the user: that of the file, if there is one
 * @param origin where the input is, for the note on a failure
 */
record ReplayInput(String name, String origin, Source source) {

  /**
   * Reads the input.
   *
   * @return fresh values of the types of the target's parameters, boxed
   * @throws ReplayException with a sentence that names the file, when it cannot be read or is
   *     malformed
   */
  List<Object> values() {
    try {
      return source.values();
    } catch (MalformedInputException e) {
      throw new ReplayException("the input file " + name + " is malformed: " + e.getMessage());
    } catch (IOException e) {
      throw new ReplayException("the input file " + name + " cannot be read: " + e);
    }
  }

  /** Where the values come from. */
  interface Source {
    List<Object> values() throws IOException, MalformedInputException;
  }
}
