package io.github.mavenfuzz.input;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes simple values in plain form, which differ by a number: 0 gives the simplest of the type.
 * Elements of a set and keys of a map are made of 0, 1, 2 ..., so that they differ if the type has
 * that many values.
 */
public final class SimpleValues implements ValueType.Visitor<Object> {
  private static final LocalDate START = LocalDate.EPOCH;

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
      case FLOAT -> (float) real(type.bounds());
      case DOUBLE -> real(type.bounds());
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

  private double real(Bounds bounds) {
    double nearest = Math.max(bounds.floor(), Math.min(bounds.ceiling(), 0d));
    if (bounds.allows(nearest + number)) {
      return nearest + number;
    }
    return bounds.allows(nearest - number)
        ? nearest - number
        : nearest + (bounds.ceiling() - nearest) / (number + 1);
  }

  @Override
  public Object choice(ChoiceType type) {
    return Choices.of(type).get(number % type.choices().size());
  }

  @Override
  public Object enumeration(EnumType type) {
    return type.constants().get(number % type.constants().size());
  }

  @Override
  public Object nullable(NullableType type) {
    return type.of().accept(this);
  }

  @Override
  public Object sequence(SequenceType type) {
    boolean isSet = type.form() == SequenceType.Form.SET;
    return elements(
        type.min(),
        type.max(),
        i -> of(type.element(), isSet || i == 0 ? number(type.min(), i) : 0));
  }

  @Override
  public Object map(MapType type) {
    return elements(
        type.min(),
        type.max(),
        i -> Arrays.asList(of(type.key(), number(type.min(), i)), zero(type.value())));
  }

  private List<Object> elements(int min, int max, IntFunction<Object> elements) {
    int size = min == 0 && number > 0 ? Math.min(1, max) : min;
    return IntStream.range(0, size).mapToObj(elements).collect(Collectors.toList());
  }

  /** The empty one comes first where it may be, so that the elements begin one later. */
  private int number(int min, int index) {
    return min == 0 ? number - 1 : number + index;
  }

  @Override
  public Object record(RecordType type) {
    return type.components().stream()
        .map(component -> component.type().accept(this))
        .collect(Collectors.toList());
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
