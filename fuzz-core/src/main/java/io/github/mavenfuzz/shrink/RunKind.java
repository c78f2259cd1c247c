package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.input.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the symbols of a run are, and which of two symbols is the simpler one. */
enum RunKind {
  /** Bytes that no person reads: the simplest is 0, and lower is simpler. */
  BINARY,

  /** Bytes that are text in UTF-8. */
  PRINTABLE,

  /** The code points of a string. */
  TEXT;

  /** The simplest characters, plainest first. All others come behind them, in their order. */
  private static final String PLAIN = "0123456789aAbBzZ xyXY-+.,:;'\"()[]{}<>/";

  /** Whether text is only simplified to characters of the text that a person can read. */
  static RunKind of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean readable =
        text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t');
    return readable && Arrays.equals(Text.encode(text), bytes) ? PRINTABLE : BINARY;
  }

  /** Whether a symbol can be a number that says how many symbols follow it. */
  boolean hasBytes() {
    return this != TEXT;
  }

  /** Whether a person can read it. */
  boolean isText() {
    return this != BINARY;
  }

  int simplest() {
    return isText() ? PLAIN.charAt(0) : 0;
  }

  /** How many plain characters there are. */
  static int plainCount() {
    return PLAIN.length();
  }

  /** A plain character, the plainest being 0. */
  static int plain(int index) {
    return PLAIN.charAt(index);
  }

  /** The lower it is, the simpler is the symbol. */
  int rank(int symbol) {
    if (!isText()) {
      return symbol;
    }
    int plain = PLAIN.indexOf(symbol);
    return plain >= 0 ? plain : PLAIN.length() + symbol;
  }
}
