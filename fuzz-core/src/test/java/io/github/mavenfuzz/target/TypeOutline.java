package io.github.mavenfuzz.target;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.stream.Collectors;

/**
 * Writes types in one line: {@code ?} follows what may be null, limits stand in braces, and the end
 * of a record that contains itself is {@code Name()}.
 */
final class TypeOutline implements ValueType.Visitor<String> {

  @Override
  public String leaf(LeafType type) {
    Bounds b = type.bounds();
    StringBuilder limits = new StringBuilder();
    if (b.min() != Long.MIN_VALUE || b.max() != Long.MAX_VALUE) {
      limits.append(b.min()).append("..").append(b.max());
    }
    if (!b.notANumber() || b.floor() != Double.NEGATIVE_INFINITY) {
      limits.append(b.floor()).append("..").append(b.ceiling());
      limits.append(b.notANumber() ? " or NaN" : "");
    }
    if (b.alphabet() != Bounds.Alphabet.ANY) {
      limits.append(limits.isEmpty() ? "" : " ").append(b.alphabet());
    }
    return type.javaName() + (limits.isEmpty() ? "" : "{" + limits + '}');
  }

  @Override
  public String choice(ChoiceType type) {
    return type.javaName() + type.choices();
  }

  @Override
  public String enumeration(EnumType type) {
    return type.className() + type.constants();
  }

  @Override
  public String jdk(JdkType type) {
    return type.javaName();
  }

  @Override
  public String nullable(NullableType type) {
    String value = type.of().accept(this);
    return type.optional() ? "Optional<" + value + '>' : value + '?';
  }

  @Override
  public String sequence(SequenceType type) {
    String element = type.element().accept(this);
    String name = type.descriptor().replaceAll(".*/|;", "");
    return (type.form() == SequenceType.Form.ARRAY ? element + "[]" : name + '<' + element + '>')
        + size(type.min(), type.max());
  }

  @Override
  public String map(MapType type) {
    return "Map<"
        + type.key().accept(this)
        + ", "
        + type.value().accept(this)
        + '>'
        + size(type.min(), type.max());
  }

  private static String size(int min, int max) {
    return min == 0 && max == Integer.MAX_VALUE ? "" : "{" + min + ".." + max + '}';
  }

  @Override
  public String record(RecordType type) {
    return type.components().stream()
        .map(c -> c.type().accept(this) + ' ' + c.name())
        .collect(Collectors.joining(", ", type.className() + '(', ")"));
  }
}
