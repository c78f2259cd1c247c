package io.github.mavenfuzz.shrink;

/** Reads texts that have their length before them, {@code 4:spam}, one behind the other. */
final class BencodeReader {
  private BencodeReader() {}

  static boolean isRead(String text) {
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      if (colon < 0 || !text.substring(at, colon).matches("0|[1-9][0-9]{0,6}")) {
        return false;
      }
      at = colon + 1 + Integer.parseInt(text.substring(at, colon));
    }
    return at == text.length() && !text.isEmpty();
  }
}
