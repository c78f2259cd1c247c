package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.ValueType;
import java.util.Locale;

/** The place in an input where a reader is; makes the sentence that says what is wrong there. */
final class ValuePlace {
  private final int index;
  private final int count;
  private final StringBuilder path = new StringBuilder();

  /**
   * @param index of the parameter, from 0
   * @param count of all parameters
   */
  ValuePlace(int index, int count) {
    this.index = index;
    this.count = count;
  }

  /**
   * Goes to a part of the value.
   *
   * @param step as a path has it, such as {@code [4]} or {@code .name}
   * @return what {@link #leave} takes
   */
  int enter(String step) {
    int length = path.length();
    path.append(step);
    return length;
  }

  /** Goes back to where {@link #enter} was called. */
  void leave(int entered) {
    path.setLength(entered);
  }

  /**
   * @param found what the file has, such as {@code is a string}
   * @param hint what may be there, to follow the type's name
   */
  MalformedInputException malformed(String found, ValueType expected, String hint) {
    String name = expected.javaName();
    String article = "aeioAEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    boolean whole = path.isEmpty();
    return new MalformedInputException(
        String.format(
            Locale.ROOT,
            "value %d of %d%s %s, but %sparameter %d is %s%s%s",
            index + 1,
            count,
            whole ? "" : ", at " + path + ',',
            found,
            whole ? "" : "that part of ",
            index + 1,
            article,
            name,
            hint));
  }
}
