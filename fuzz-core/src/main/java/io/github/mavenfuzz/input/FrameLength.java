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
import java.util.List;

/**
 * How long values can get as JSON, in bytes, apart from the content of runs of bytes and from the
 * elements of sequences.
 */
public final class FrameLength implements ValueType.Visitor<Long> {
  /** The most bytes that one byte of a text or a run takes in JSON, as in {@code \u0000}. */
  public static final int MAX_ESCAPED_LENGTH = 6;

  /** Of a number in decimal digits, the text of a date, or two quotes, with what separates them. */
  private static final long TOKEN = 64;

  private long longestElement;

  private FrameLength() {}

  /** The length of a value of the type without its elements. */
  public static long ofValue(ValueType type) {
    return type.accept(new FrameLength());
  }

  /** The length of the longest element, without elements of its own; 0 when there is none. */
  public static long ofElements(ValueType type) {
    FrameLength length = new FrameLength();
    type.accept(length);
    return length.longestElement;
  }

  @Override
  public Long leaf(LeafType type) {
    return TOKEN;
  }

  @Override
  public Long choice(ChoiceType type) {
    return longest(type.choices());
  }

  @Override
  public Long enumeration(EnumType type) {
    return longest(type.constants());
  }

  @Override
  public Long jdk(JdkType type) {
    return 2 * TOKEN;
  }

  @Override
  public Long nullable(NullableType type) {
    return type.of().accept(this);
  }

  @Override
  public Long sequence(SequenceType type) {
    return withElements(type.element().accept(this));
  }

  @Override
  public Long map(MapType type) {
    return withElements(TOKEN + type.key().accept(this) + type.value().accept(this));
  }

  private long withElements(long element) {
    longestElement = Math.max(longestElement, element);
    return TOKEN;
  }

  @Override
  public Long record(RecordType type) {
    return TOKEN
        + type.components().stream()
            .mapToLong(c -> escaped(c.name()) + c.type().accept(this))
            .sum();
  }

  private static long longest(List<String> texts) {
    return TOKEN + texts.stream().mapToLong(FrameLength::escaped).max().orElse(0);
  }

  private static long escaped(String text) {
    return (long) text.length() * MAX_ESCAPED_LENGTH;
  }
}
