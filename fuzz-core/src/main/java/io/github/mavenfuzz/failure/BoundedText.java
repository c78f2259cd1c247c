package io.github.mavenfuzz.failure;

/** Text that takes no more than a number of characters and drops the rest; for one thread. */
final class BoundedText {
  private static final String CUT = "\n... (cut)";

  private final StringBuilder text = new StringBuilder(256);
  private final int maxLength;
  private boolean full;

  /**
   * @param maxLength in characters, the mark of the cut not included
   */
  BoundedText(int maxLength) {
    this.maxLength = maxLength;
  }

  /** The first characters of a text with a note of how long it was, or the text when it fits. */
  static String cut(String text, int maxLength) {
    if (text == null || text.length() <= maxLength) {
      return text;
    }
    int end = endOfCut(text, maxLength);
    return text.substring(0, end) + "... (" + text.length() + " characters)";
  }

  /** So that no pair of surrogates is split. */
  private static int endOfCut(String text, int maxLength) {
    return maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1))
        ? maxLength - 1
        : maxLength;
  }

  BoundedText append(String more) {
    if (!full) {
      int room = maxLength - text.length();
      full = more.length() > room;
      text.append(more, 0, full ? endOfCut(more, room) : more.length());
    }
    return this;
  }

  boolean isFull() {
    return full;
  }

  @Override
  public String toString() {
    return full ? text + CUT : text.toString();
  }
}
