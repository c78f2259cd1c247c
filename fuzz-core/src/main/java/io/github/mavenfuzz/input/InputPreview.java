package io.github.mavenfuzz.input;

import java.util.List;
import java.util.Locale;

/**
 * Shows an input on one line of a log, leaves as Java literals would and what has parts as the JDK
 * does: {@code 42, "abc", byte[] "PK\x03", [1, 2], Point[x=1, y=2], Color.RED}. Whatever the input
 * holds, no character of the line changes how a terminal shows it.
 */
public final class InputPreview {
  private InputPreview() {}

  /**
   * Shows an input.
   *
   * @param values of the shape's types, in plain form
   * @param maxLength the number of characters after which the line is cut; its end, such as {@code
   *     "... (1,234 bytes)}, comes on top and says how large the input's file is
   */
  public static String of(InputShape shape, List<Object> values, int maxLength) {
    LiteralLine line = new LiteralLine(maxLength);
    for (int i = 0; i < values.size() && !line.isCut(); i++) {
      if (i > 0) {
        line.add(", ");
      }
      line.addValue(shape.types().get(i), values.get(i));
    }
    return line.isCut()
        ? "%s... (%s)".formatted(line, size(new InputCodec(shape).encode(values).length))
        : line.toString();
  }

  private static String size(int bytes) {
    return bytes == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", bytes);
  }
}
