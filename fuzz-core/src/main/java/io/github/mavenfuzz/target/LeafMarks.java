package io.github.mavenfuzz.target;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.HexFormat;
import java.util.List;

/** Narrows the bounds of a value without parts, mark by mark. */
final class LeafMarks {
  private final LeafType leaf;
  private Bounds bounds;
  private ChoiceType choice;

  LeafMarks(LeafType leaf) {
    this.leaf = leaf;
    bounds = leaf.bounds();
  }

  /**
   * @param marks those that apply to the type
   * @throws UnsupportedTypeException when one leaves no value
   */
  ValueType bound(List<Mark> marks) throws UnsupportedTypeException {
    for (Mark mark : marks) {
      narrow(mark);
      if (bounds.min() > bounds.max() || bounds.floor() > bounds.ceiling()) {
        throw Marks.noValue(mark);
      }
    }
    return choice != null ? choice : new LeafType(leaf.kind(), leaf.boxed(), bounds);
  }

  private void narrow(Mark mark) throws UnsupportedTypeException {
    switch (mark.name()) {
      case "InRange" ->
          range(mark.integral("min", Long.MIN_VALUE), mark.integral("max", Long.MAX_VALUE));
      case "Positive" -> sign(1, Long.MAX_VALUE, least(), Double.POSITIVE_INFINITY);
      case "NonNegative" -> sign(0, Long.MAX_VALUE, 0, Double.POSITIVE_INFINITY);
      case "Negative" -> sign(Long.MIN_VALUE, -1, Double.NEGATIVE_INFINITY, -least());
      case "NonPositive" -> sign(Long.MIN_VALUE, 0, Double.NEGATIVE_INFINITY, 0);
      case "FloatInRange", "DoubleInRange" ->
          reals(
              mark.real("min", Double.NEGATIVE_INFINITY),
              mark.real("max", Double.POSITIVE_INFINITY),
              mark.flag("allowNaN", true));
      case "Finite" -> reals(-greatest(), greatest(), false);
      case "WithUtf8Length", "WithLength" -> {
        int[] limits = Marks.limits(mark);
        bounds = bounds.withRange(limits[0], limits[1]);
      }
      case "Ascii" -> {
        if (bounds.alphabet() == Bounds.Alphabet.ANY) {
          bounds = bounds.withAlphabet(Bounds.Alphabet.ASCII);
        }
      }
      case "UrlSegment" -> bounds = bounds.withAlphabet(Bounds.Alphabet.URL_SEGMENT);
      case "ElementOf" -> choice = choice(mark);
      default -> throw new IllegalArgumentException("a mark without a meaning: " + mark);
    }
  }

  private void sign(long min, long max, double floor, double ceiling) {
    if (isReal()) {
      reals(floor, ceiling, false);
    } else {
      range(min, max);
    }
  }

  /** Limits beyond the type's own range mean no limit, as for Jazzer. */
  private void range(long min, long max) {
    long lowest =
        switch (leaf.kind()) {
          case BYTE -> Byte.MIN_VALUE;
          case SHORT -> Short.MIN_VALUE;
          case CHAR -> Character.MIN_VALUE;
          case INT -> Integer.MIN_VALUE;
          default -> Long.MIN_VALUE;
        };
    long highest =
        switch (leaf.kind()) {
          case BYTE -> Byte.MAX_VALUE;
          case SHORT -> Short.MAX_VALUE;
          case CHAR -> Character.MAX_VALUE;
          case INT -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    bounds =
        bounds.withRange(
            Math.max(bounds.min(), Math.max(min, lowest)),
            Math.min(bounds.max(), Math.min(max, highest)));
  }

  private void reals(double floor, double ceiling, boolean orNotANumber) {
    bounds =
        bounds.withReals(
            Math.max(bounds.floor(), floor),
            Math.min(bounds.ceiling(), ceiling),
            bounds.notANumber() && orNotANumber);
  }

  private boolean isReal() {
    return leaf.kind() == LeafKind.FLOAT || leaf.kind() == LeafKind.DOUBLE;
  }

  private double least() {
    return leaf.kind() == LeafKind.FLOAT ? Float.MIN_VALUE : Double.MIN_VALUE;
  }

  private double greatest() {
    return leaf.kind() == LeafKind.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  private ChoiceType choice(Mark mark) throws UnsupportedTypeException {
    String element =
        switch (leaf.kind()) {
          case INT -> "integers";
          default -> leaf.kind().javaName().toLowerCase(java.util.Locale.ROOT) + 's';
        };
    List<String> choices = mark.list(element).stream().map(LeafMarks::json).distinct().toList();
    if (choices.isEmpty()) {
      throw new UnsupportedTypeException(
          "but @ElementOf names no value of that type", "list them in its element " + element);
    }
    return new ChoiceType(leaf, choices);
  }

  /** A value as it stands in the file of an input. */
  private static String json(Object value) {
    if (value instanceof String || value instanceof Character) {
      StringBuilder json = new StringBuilder("\"");
      value.toString().chars().forEach(unit -> append((char) unit, json));
      return json.append('"').toString();
    }
    boolean isFinite = !(value instanceof Float || value instanceof Double) || isFinite(value);
    return isFinite ? value.toString() : "\"" + value + '"';
  }

  private static boolean isFinite(Object real) {
    return Double.isFinite(((Number) real).doubleValue());
  }

  private static void append(char unit, StringBuilder json) {
    if (unit == '"' || unit == '\\') {
      json.append('\\').append(unit);
    } else if (unit >= ' ' && unit < 0x7F) {
      json.append(unit);
    } else {
      json.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }
  }
}
