package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Comparison.Relation;
import java.util.List;

/**
 * What a text that was compared could be instead, so that the comparison goes the other way.
 *
 * <p>Example: {@code "PUT /".startsWith("GET ")} wants {@code GET /} or {@code GET PUT /}.
 */
final class TextChange {
  private TextChange() {}

  /** The texts that would do, the likeliest first. */
  static List<String> of(Relation relation, String text, String wanted) {
    int common = Math.min(text.length(), wanted.length());
    return switch (relation) {
      case START -> List.of(wanted + text.substring(common), wanted + text);
      case END -> List.of(text.substring(0, text.length() - common) + wanted, text + wanted);
      case PART -> List.of(text + wanted, wanted + text.substring(common), wanted + text);
      case PATTERN -> RegexSample.of(wanted);
      default -> List.of(wanted);
    };
  }

  /**
   * Whether two texts already stand in a relation; false for a pattern, which may take for ever.
   */
  static boolean isMet(Relation relation, String text, String wanted) {
    return switch (relation) {
      case START -> text.startsWith(wanted);
      case END -> text.endsWith(wanted);
      case PART -> text.contains(wanted);
      case CASELESS -> text.equalsIgnoreCase(wanted);
      case PATTERN -> false;
      default -> text.equals(wanted);
    };
  }
}
