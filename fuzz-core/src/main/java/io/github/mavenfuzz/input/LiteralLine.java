package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes values on a line of limited length: leaves as Java literals, what has parts as the JDK
 * shows it. Whatever the values hold, no character of the line changes how a terminal shows it.
 */
final class LiteralLine implements ValueType.Visitor<Void> {
  private static final HexFormat HEX = HexFormat.of();

  private final int maxLength;
  private final StringBuilder line = new StringBuilder();
  private boolean cut;

  /** The value that the next call of a method shows. */
  private Object value;

  /**
   * @param maxLength the number of characters after which the line is cut
   */
  LiteralLine(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Whether something did not fit on the line, which then takes nothing any more. */
  boolean isCut() {
    return cut;
  }

  @Override
  public String toString() {
    return line.toString();
  }

  void addValue(ValueType type, Object next) {
    value = next;
    type.accept(this);
  }

  @Override
  public Void leaf(LeafType type) {
    if (value instanceof byte[] bytes) {
      addBytes(bytes);
    } else if (value instanceof String text) {
      addText(text, '"');
    } else if (value instanceof Character c) {
      addText(c.toString(), '\'');
    } else {
      add(value.toString());
    }
    return null;
  }

  @Override
  public Void choice(ChoiceType type) {
    return leaf(type.of());
  }

  @Override
  public Void enumeration(EnumType type) {
    addName(type.javaName() + '.' + value);
    return null;
  }

  @Override
  public Void jdk(JdkType type) {
    add(type.javaName() + ' ' + JdkText.write(type.of(), value));
    return null;
  }

  @Override
  public Void nullable(NullableType type) {
    if (type.optional()) {
      addOptional(type);
    } else if (value == null) {
      add("null");
    } else {
      type.of().accept(this);
    }
    return null;
  }

  private void addOptional(NullableType type) {
    boolean open = add(value == null ? "Optional.empty" : "Optional[");
    if (value != null) {
      type.of().accept(this);
      close(open, ']');
    }
  }

  @Override
  public Void sequence(SequenceType type) {
    List<?> elements = (List<?>) value;
    boolean open = add("[");
    for (int i = 0; i < elements.size() && !cut; i++) {
      add(i == 0 ? "" : ", ");
      addValue(type.element(), elements.get(i));
    }
    close(open, ']');
    return null;
  }

  @Override
  public Void map(MapType type) {
    List<?> entries = (List<?>) value;
    boolean open = add("{");
    for (int i = 0; i < entries.size() && !cut; i++) {
      List<?> entry = (List<?>) entries.get(i);
      add(i == 0 ? "" : ", ");
      addValue(type.key(), entry.get(0));
      add("=");
      addValue(type.value(), entry.get(1));
    }
    close(open, '}');
    return null;
  }

  @Override
  public Void record(RecordType type) {
    List<?> values = (List<?>) value;
    addName(type.javaName());
    boolean open = add("[");
    for (int i = 0; i < values.size() && !cut; i++) {
      add(i == 0 ? "" : ", ");
      addName(type.components().get(i).name() + '=');
      addValue(type.components().get(i).type(), values.get(i));
    }
    close(open, ']');
    return null;
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

  private void addName(String name) {
    name.codePoints().forEach(c -> add(escaped(c, '"')));
  }

  /** Adds a piece that must not be cut in two. */
  boolean add(String piece) {
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
