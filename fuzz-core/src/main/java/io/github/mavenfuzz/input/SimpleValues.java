package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes simple values in plain form, which differ by a number: 0 gives the simplest of the type. A
 * set and a map have as many different elements or keys as they must, or as their type has values.
 */
public final class SimpleValues implements ValueType.Visitor<Object> {
  private static final LocalDate START = LocalDate.EPOCH;

  /** After so many repetitions no more different keys are looked for. */
  private static final int MOST_EQUAL = 1000;

  /** How many elements a value has at most, those of its elements included. */
  private static final int MOST_ELEMENTS = 100_000;

  private final int number;

  private SimpleValues(int number) {
    this.number = number;
  }

  /** The simplest value of a type; the caller may keep and change it. */
  public static Object zero(ValueType type) {
    return of(type, 0);
  }

  /** A simple value of a type; for small numbers another than for the others. */
  static Object of(ValueType type, int number) {
    return type.accept(new SimpleValues(number));
  }

  @Override
  public Object leaf(LeafType type) {
    return switch (type.kind()) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> filled(type, (byte) 0);
      case STRING -> new String(filled(type, (byte) '0'), StandardCharsets.US_ASCII);
      case BOOLEAN -> integral(type) != 0;
      case BYTE -> (byte) integral(type);
      case SHORT -> (short) integral(type);
      case CHAR -> (char) integral(type);
      case INT -> (int) integral(type);
      case LONG -> integral(type);
      case FLOAT -> (float) real(type);
      case DOUBLE -> real(type);
    };
  }

  /** The number in digits, filled up from the left to the least length. */
  private byte[] filled(LeafType type, byte filler) {
    byte[] digits = new byte[0];
    if (number > 0) {
      digits = Integer.toString(number, Character.MAX_RADIX).getBytes(StandardCharsets.US_ASCII);
    }
    int length = (int) Math.min(type.greatest(), Math.max(type.least(), digits.length));
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, filler);
    int shown = Math.min(length, digits.length);
    System.arraycopy(digits, digits.length - shown, bytes, length - shown, shown);
    return bytes;
  }

  /** Goes up from the value nearest to zero, and where there are no more down from it. */
  private long integral(LeafType type) {
    long nearest = Math.max(type.least(), Math.min(type.greatest(), 0));
    long above = type.greatest() - nearest;
    return number <= above ? nearest + number : Math.max(type.least(), nearest - (number - above));
  }

  private double real(LeafType type) {
    Bounds bounds = type.bounds();
    double nearest = Math.max(bounds.floor(), Math.min(bounds.ceiling(), 0d));
    if (bounds.allows(nearest + number) && isExact(type, nearest, number)) {
      return nearest + number;
    }
    if (bounds.allows(nearest - number) && isExact(type, nearest, -number)) {
      return nearest - number;
    }
    double largest = type.kind() == LeafKind.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
    double end = nearest < bounds.ceiling() ? bounds.ceiling() : bounds.floor();
    return nearest + (Math.max(-largest, Math.min(largest, end)) - nearest) / (number + 1);
  }

  /** Whether the type holds the sum as it is. */
  private static boolean isExact(LeafType type, double nearest, double step) {
    double sum = nearest + step;
    return sum - nearest == step && (type.kind() == LeafKind.DOUBLE || (float) sum == sum);
  }

  @Override
  public Object choice(ChoiceType type) {
    return Choices.of(type).get(number % type.choices().size());
  }

  @Override
  public Object enumeration(EnumType type) {
    return type.constants().get(number % type.constants().size());
  }

  /** Null comes after all the other values. */
  @Override
  public Object nullable(NullableType type) {
    return number > 0 && number == ValueCount.of(type.of()) ? null : type.of().accept(this);
  }

  @Override
  public Object sequence(SequenceType type) {
    return type.form() == SequenceType.Form.SET
        ? different(type.element(), type.min(), type.max(), value -> value)
        : list(type);
  }

  /** Short lists come first; those of one length are the numbers whose digits are elements. */
  private List<Object> list(SequenceType type) {
    int size = limited(type.min(), () -> zero(type.element()));
    int rest = number;
    int base = number == 0 ? 1 : ValueCount.of(type.element());
    while (rest >= Math.pow(base, size) && size < type.max()) {
      rest -= (int) Math.pow(base, size);
      size++;
    }
    List<Object> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(of(type.element(), rest % base));
      rest /= base;
    }
    return elements;
  }

  @Override
  public Object map(MapType type) {
    return different(
        type.key(), type.min(), type.max(), key -> Arrays.asList(key, zero(type.value())));
  }

  /**
   * Makes parts of keys that differ, fewer than there should be if the type has no more. The empty
   * list comes first where it may be.
   *
   * @param part what to make of a key
   */
  private List<Object> different(ValueType type, int min, int max, UnaryOperator<Object> part) {
    int least = limited(min, () -> part.apply(zero(type)));
    int size = min == 0 && number > 0 ? Math.min(1, max) : least;
    int first = min == 0 ? number - 1 : number;
    int count = size == 0 ? 0 : ValueCount.of(type);
    int tries = Math.min(count, 2 * size + MOST_EQUAL);
    UnaryOperator<Object> equality = Equality.of(type);
    Set<Object> seen = new HashSet<>();
    List<Object> parts = new ArrayList<>(size);
    for (int i = 0; i < tries && parts.size() < size; i++) {
      Object key = of(type, (first + i) % count);
      if (seen.add(equality.apply(key))) {
        parts.add(part.apply(key));
      }
    }
    return parts;
  }

  /**
   * The number of elements to make where so many are demanded, so that they fit into memory.
   *
   * @param element one of them
   */
  private static int limited(int min, Supplier<Object> element) {
    return min < 2 ? min : Math.min(min, Math.max(1, MOST_ELEMENTS / countAll(element.get())));
  }

  /** How many values a value consists of, with those in them. */
  private static int countAll(Object plain) {
    return plain instanceof List<?> parts
        ? 1 + parts.stream().mapToInt(SimpleValues::countAll).sum()
        : 1;
  }

  @Override
  public Object record(RecordType type) {
    List<Object> values = new ArrayList<>();
    int rest = number;
    for (RecordType.Component component : type.components()) {
      int count = rest == 0 ? 1 : ValueCount.of(component.type());
      values.add(of(component.type(), rest % count));
      rest /= count;
    }
    return values;
  }

  @Override
  public Object jdk(JdkType type) {
    LocalTime time = LocalTime.MIDNIGHT.plusSeconds(number);
    return switch (type.of()) {
      case BIG_INTEGER -> BigInteger.valueOf(number);
      case BIG_DECIMAL -> BigDecimal.valueOf(number);
      case UNIQUE_ID -> new UUID(0, number);
      case DURATION -> Duration.ofSeconds(number);
      case INSTANT -> Instant.ofEpochSecond(number);
      case LOCAL_DATE -> START.plusDays(number);
      case LOCAL_DATE_TIME -> START.plusDays(number).atStartOfDay();
      case LOCAL_TIME -> time;
      case MONTH_DAY -> MonthDay.from(START.plusDays(number));
      case OFFSET_DATE_TIME ->
          OffsetDateTime.of(START.plusDays(number), LocalTime.MIDNIGHT, ZoneOffset.UTC);
      case OFFSET_TIME -> time.atOffset(ZoneOffset.UTC);
      case PERIOD -> Period.ofDays(number);
      case YEAR -> Year.from(START.plusYears(number));
      case YEAR_MONTH -> YearMonth.from(START.plusMonths(number));
      case ZONE_ID -> Zones.ALL.get(number % Zones.ALL.size());
      case ZONE_OFFSET -> ZoneOffset.ofTotalSeconds(number % ZoneOffset.MAX.getTotalSeconds());
      case ZONED_DATE_TIME -> START.plusDays(number).atStartOfDay(ZoneOffset.UTC);
    };
  }
}
