package io.github.mavenfuzz.failure;

import java.util.Set;

/**
 * Exceptions that the code to blame has not thrown itself: an index, a null, a cast or a divisor
 * was not checked. One missing check shows at each line of a method that uses the value, so the
 * method is the cause, and its lines are ways there. A decoder that reads on behind the end of an
 * array does so in the line for the second, the third or the fourth byte.
 */
final class MissingChecks {
  private static final Set<Class<?>> BY_THE_JVM =
      Set.of(
          NullPointerException.class,
          ArrayIndexOutOfBoundsException.class,
          ClassCastException.class,
          ArithmeticException.class,
          NegativeArraySizeException.class,
          ArrayStoreException.class);

  private MissingChecks() {}

  /**
   * @param top the topmost frame, of whatever class
   * @param blamed the innermost of the project
   */
  static boolean areShownBy(Throwable thrown, StackTraceElement top, StackTraceElement blamed) {
    boolean isByJvm = top.equals(blamed) && BY_THE_JVM.contains(thrown.getClass());
    return (isByJvm || thrown instanceof IndexOutOfBoundsException)
        && !Helpers.of(blamed).make(blamed, thrown.getClass().getName());
  }
}
