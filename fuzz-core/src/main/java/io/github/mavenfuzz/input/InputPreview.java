package io.github.mavenfuzz.input;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Shows an input on one line of a log, as Java literals would: {@code 42, "abc", byte[] "PK\x03"}.
 * Whatever the input holds, no character of the line changes how a terminal shows it.
 */
public final class InputPreview {
  private static final HexFormat HEX = HexFormat.of();

  private final int maxLength;
  private final StringBuilder line = new StringBuilder();
  private boolean cut;

  private InputPreview(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Shows an input.
   *
   * @param values of the shape's types, boxed
   * @param maxLength the number of characters after which the line is cut; its end, such as {@code
   *     "... (1,234 bytes)}, comes on top and says how large the input's file is
   */
  public static String of(InputShape shape, List<Object> values, int maxLength) {
    InputPreview preview = new InputPreview(maxLength);
    for (int i = 0; i < values.size() && !preview.cut; i++) {
      if (i > 0) {
        preview.add(", ");
      }
      preview.addValue(values.get(i));
    }
    return preview.cut
        ? "%s... (%s)".formatted(preview.line, size(new InputCodec(shape).encode(values).length))
        : preview.line.toString();
  }

  private static String size(int bytes) {
    return bytes == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", bytes);
  }

  private void addValue(Object value) {
    if (value instanceof byte[] bytes) {
      addBytes(bytes);
    } else if (value instanceof String text) {
      addText(text, '"');
    } else if (value instanceof Character c) {
      addText(c.toString(), '\'');
    } else {
      add(value.toString());
    }
  }

  private void addBytes(byte[] bytes) {
    add("byte[] ");
    boolean open = add("\"");
    for (int i = 0; i < bytes.length && !cut; i++) {
      int b = bytes[i] & 0xFF;
      add(b < 0x80 && isShort(b) ? escaped(b, '"') : "\\x" + HEX.toHexDigits((byte) b));
    }
    close(open, '"');
  }

  private void addText(String text, char quote) {
    boolean open = add(String.valueOf(quote));
    for (int i = 0; i < text.length() && !cut; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      add(escaped(c, quote));
    }
    close(open, quote);
  }

  /** Adds a piece that must not be cut in two. */
  private boolean add(String piece) {
    cut = cut || line.length() + piece.length() > maxLength;
    if (!cut) {
      line.append(piece);
    }
    return !cut;
  }

  private void close(boolean open, char quote) {
    if (open) {
      line.append(quote);
    }
  }

  /** Whether a character below 128 is itself or has an escape of two characters. */
  private static boolean isShort(int c) {
    return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t';
  }

  private static String escaped(int c, char quote) {
    if (c == quote || c == '\\') {
      return "\\" + (char) c;
    }
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case ' ' -> " ";
      default -> isPrintable(c) ? Character.toString(c) : unicodeEscapes(c);
    };
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String unicodeEscapes(int codePoint) {
    StringBuilder escapes = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      escapes.append("\\u").append(HEX.toHexDigits(unit));
    }
    return escapes.toString();
  }
}
