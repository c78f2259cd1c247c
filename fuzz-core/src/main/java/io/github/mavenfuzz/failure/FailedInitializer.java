package io.github.mavenfuzz.failure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the JVM keeps of the failure of a static initialiser, since JDK 17: each later use of
 * the class throws a NoClassDefFoundError with an ExceptionInInitializerError as its cause, which
 * has the stack of the original throwable and names it in its message.
 */
final class FailedInitializer {
  private static final Pattern MESSAGE =
      Pattern.compile("Exception ([^\\s:]+)(?:: .*)? \\[in thread \".*", Pattern.DOTALL);

  private FailedInitializer() {}

  /** The class name of the original throwable, or null when this is no record of one. */
  static String originalOf(Throwable thrown) {
    if (thrown.getClass() != ExceptionInInitializerError.class) {
      return null;
    }
    String message = ThrowableReader.message(thrown);
    Matcher matcher = MESSAGE.matcher(message == null ? "" : message);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /**
   * A chain up to what an initialiser has thrown or the record of that, which not every JVM gives
   * the causes of the original; the chain itself without one.
   */
  static List<Throwable> cut(List<Throwable> chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).getClass() == ExceptionInInitializerError.class) {
        int end = originalOf(chain.get(i)) == null ? i + 2 : i + 1;
        return chain.subList(0, Math.min(end, chain.size()));
      }
    }
    return chain;
  }

  /** Whether the initialiser failed because the heap or the stack was full. */
  static boolean isOfExhaustion(Throwable thrown) {
    String original = originalOf(thrown);
    return original != null
        && (original.equals(OutOfMemoryError.class.getName())
            || original.equals(StackOverflowError.class.getName()));
  }
}
