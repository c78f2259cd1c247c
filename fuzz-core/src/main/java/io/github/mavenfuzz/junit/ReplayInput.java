package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.argument.RefusedArgumentException;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
   * @return fresh arguments of the types of the target's parameters, boxed
   * @throws ReplayException with a sentence that names the file, when it cannot be read or is
   *     malformed, or when the target does not take it
   */
  List<Object> values() {
    try {
      return source.values();
    } catch (RefusedArgumentException e) {
      throw new ReplayException(sentence(e));
    } catch (MalformedInputException e) {
      throw new ReplayException("the input file " + name + " is malformed: " + e.getMessage());
    } catch (IOException e) {
      throw new ReplayException("the input file " + name + " cannot be read: " + e);
    }
  }

  /** Whether the file is one that the fuzzer has written for a failure. */
  boolean isCrasher() {
    return name.substring(name.lastIndexOf('/') + 1)
        .startsWith(FailureKind.EXCEPTION.filePrefix() + '-');
  }

  /**
   * Why the target does not take the input although its file is well-formed.
   *
   * @return empty when it does, or when {@link #values} fails for another reason
   */
  Optional<String> refusal() {
    try {
      source.values();
      return Optional.empty();
    } catch (RefusedArgumentException e) {
      return Optional.of(sentence(e));
    } catch (Throwable other) { // even what a class of the target's throws
      return Optional.empty();
    }
  }

  private String sentence(RefusedArgumentException e) {
    return "the input " + name + " is none that the target takes, because " + e.getMessage();
  }

  /** Where the values come from. */
  interface Source {
    List<Object> values() throws IOException, MalformedInputException, RefusedArgumentException;
  }
}
