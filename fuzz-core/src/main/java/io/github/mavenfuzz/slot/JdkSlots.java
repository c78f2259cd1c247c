package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.Zones;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes values of the JDK's classes apart into slots, and puts them together again. Each class's
 * whole range can be reached but for the size of big numbers, whose cost grows faster than they do;
 * a value that someone wrote is held whatever its size.
 */
final class JdkSlots {
  /** The most bytes to which a mutation grows a big number: enough for cryptography. */
  private static final int MAX_MAGNITUDE = 512;

  /** The most zeros that a mutation puts behind a big decimal's digits, or decimal places. */
  private static final int MAX_SCALE = 10_000;

  private static final int MONTHS = 12;

  /** A year that has the 29th of February. */
  private static final int LEAP_YEAR = 2000;

  private JdkSlots() {}

  static Slot make(JdkClass type) {
    return switch (type) {
      case BIG_INTEGER -> ByteSlot.ofInteger(MAX_MAGNITUDE);
      case BIG_DECIMAL -> bigDecimal();
      case UNIQUE_ID ->
          tuple(
              (UUID v) -> List.of(v.getMostSignificantBits(), v.getLeastSignificantBits()),
              p -> new UUID((long) p[0], (long) p[1]),
              number(Long.MIN_VALUE, Long.MAX_VALUE),
              number(Long.MIN_VALUE, Long.MAX_VALUE));
      case PERIOD ->
          tuple(
              (Period v) -> List.of(v.getYears(), v.getMonths(), v.getDays()),
              p -> Period.of((int) p[0], (int) p[1], (int) p[2]),
              integer(),
              integer(),
              integer());
      case DURATION ->
          tuple(
              (Duration v) -> List.of(v.getSeconds(), (long) v.getNano()),
              p -> Duration.ofSeconds((long) p[0], (long) p[1]),
              number(Long.MIN_VALUE, Long.MAX_VALUE),
              nanoOfSecond());
      case INSTANT ->
          tuple(
              (Instant v) -> List.of(v.getEpochSecond(), (long) v.getNano()),
              p -> Instant.ofEpochSecond((long) p[0], (long) p[1]),
              number(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
              nanoOfSecond());
      default -> calendar(type);
    };
  }

  private static Slot bigDecimal() {
    LeafType scale = LeafType.of(LeafKind.INT);
    return tuple(
        (BigDecimal v) -> List.of(v.unscaledValue(), v.scale()),
        p -> new BigDecimal((BigInteger) p[0], (int) p[1]),
        ByteSlot.ofInteger(MAX_MAGNITUDE),
        new NumberSlot(scale, -MAX_SCALE, MAX_SCALE));
  }

  private static Slot calendar(JdkClass type) {
    return switch (type) {
      case YEAR ->
          tuple(
              (Year v) -> List.of((long) v.getValue()),
              p -> Year.of((int) (long) p[0]),
              number(Year.MIN_VALUE, Year.MAX_VALUE));
      case YEAR_MONTH ->
          tuple(
              (YearMonth v) -> List.of((long) v.getYear(), v.getMonthValue() - 1L),
              p -> YearMonth.of((int) (long) p[0], (int) (long) p[1] + 1),
              number(Year.MIN_VALUE, Year.MAX_VALUE),
              number(0, MONTHS - 1));
      case MONTH_DAY ->
          tuple(
              (MonthDay v) -> List.of(v.atYear(LEAP_YEAR).getDayOfYear() - 1L),
              p -> MonthDay.from(LocalDate.ofYearDay(LEAP_YEAR, (int) (long) p[0] + 1)),
              number(0, Year.of(LEAP_YEAR).length() - 1));
      case LOCAL_DATE -> tuple((LocalDate v) -> List.of(v.toEpochDay()), p -> date(p[0]), day());
      case LOCAL_TIME -> tuple((LocalTime v) -> List.of(v.toNanoOfDay()), p -> time(p[0]), time());
      case LOCAL_DATE_TIME -> tuple(JdkSlots::local, p -> local(p), day(), time());
      default -> zoned(type);
    };
  }

  private static Slot zoned(JdkClass type) {
    return switch (type) {
      case ZONE_OFFSET -> tuple((ZoneOffset v) -> List.of(seconds(v)), p -> offset(p[0]), offset());
      case OFFSET_TIME ->
          tuple(
              (OffsetTime v) -> List.of(v.toLocalTime().toNanoOfDay(), seconds(v.getOffset())),
              p -> OffsetTime.of(time(p[0]), offset(p[1])),
              time(),
              offset());
      case OFFSET_DATE_TIME ->
          tuple(
              (OffsetDateTime v) -> with(local(v.toLocalDateTime()), seconds(v.getOffset())),
              p -> OffsetDateTime.of(local(p), offset(p[2])),
              day(),
              time(),
              offset());
      case ZONE_ID -> zone();
      case ZONED_DATE_TIME ->
          tuple(
              (ZonedDateTime v) ->
                  with(local(v.toLocalDateTime()), seconds(v.getOffset()), v.getZone()),
              p -> ZonedDateTime.ofLocal(local(p), (ZoneId) p[3], offset(p[2])),
              day(),
              time(),
              // Counts where the zone's clocks were set back and showed the same time twice.
              offset(),
              zone());
      default -> throw new IllegalArgumentException("no parts of " + type);
    };
  }

  @SuppressWarnings("unchecked")
  private static <T> Slot tuple(
      Function<T, List<?>> split, Function<Object[], T> join, Slot... parts) {
    return new TupleSlot(
        List.of(parts), value -> split.apply((T) value), values -> join.apply(values));
  }

  private static NumberSlot number(long least, long greatest) {
    return new NumberSlot(
        new LeafType(LeafKind.LONG, false, Bounds.NONE.withRange(least, greatest)));
  }

  private static NumberSlot integer() {
    return new NumberSlot(LeafType.of(LeafKind.INT));
  }

  private static NumberSlot nanoOfSecond() {
    return number(0, 999_999_999);
  }

  private static NumberSlot day() {
    return number(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay());
  }

  private static LocalDate date(Object day) {
    return LocalDate.ofEpochDay((long) day);
  }

  private static NumberSlot time() {
    return number(0, LocalTime.MAX.toNanoOfDay());
  }

  private static LocalTime time(Object nanoOfDay) {
    return LocalTime.ofNanoOfDay((long) nanoOfDay);
  }

  private static List<Object> local(LocalDateTime value) {
    return List.of(value.toLocalDate().toEpochDay(), value.toLocalTime().toNanoOfDay());
  }

  private static LocalDateTime local(Object[] parts) {
    return LocalDateTime.of(date(parts[0]), time(parts[1]));
  }

  private static NumberSlot offset() {
    return number(seconds(ZoneOffset.MIN), seconds(ZoneOffset.MAX));
  }

  private static ZoneOffset offset(Object seconds) {
    return ZoneOffset.ofTotalSeconds((int) (long) seconds);
  }

  private static long seconds(ZoneOffset offset) {
    return offset.getTotalSeconds();
  }

  private static ChoiceSlot zone() {
    return new ChoiceSlot(Zones.ALL, ZoneId::of);
  }

  private static List<Object> with(List<Object> parts, Object... more) {
    Object[] all = Arrays.copyOf(parts.toArray(), parts.size() + more.length);
    System.arraycopy(more, 0, all, parts.size(), more.length);
    return Arrays.asList(all);
  }
}
