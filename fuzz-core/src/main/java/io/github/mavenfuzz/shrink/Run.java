package io.github.mavenfuzz.shrink;

import java.util.Arrays;

/** Changes to runs of symbols, each of which makes a new array. */
final class Run {
  private Run() {}

  /** The run without the symbols from one index to before another. */
  static int[] without(int[] run, int from, int to) {
    int[] shorter = Arrays.copyOf(run, run.length - (to - from));
    System.arraycopy(run, to, shorter, from, run.length - to);
    return shorter;
  }

  /** The run with other symbols instead of those from one index to before another. */
  static int[] with(int[] run, int from, int to, int[] others) {
    int[] changed = new int[run.length - (to - from) + others.length];
    System.arraycopy(run, 0, changed, 0, from);
    System.arraycopy(others, 0, changed, from, others.length);
    System.arraycopy(run, to, changed, from + others.length, run.length - to);
    return changed;
  }

  /** The run with another symbol at an index. */
  static int[] with(int[] run, int index, int symbol) {
    int[] changed = run.clone();
    changed[index] = symbol;
    return changed;
  }

  static boolean isDigit(int symbol) {
    return symbol >= '0' && symbol <= '9';
  }

  /** Whether words consist of such symbols. */
  static boolean isWordPart(int symbol) {
    return isDigit(symbol)
        || symbol >= 'a' && symbol <= 'z'
        || symbol >= 'A' && symbol <= 'Z'
        || symbol == '_'
        || symbol > 0x7F;
  }

  static boolean isSpace(int symbol) {
    return symbol == ' ' || symbol == '\t' || symbol == '\n' || symbol == '\r';
  }
}
