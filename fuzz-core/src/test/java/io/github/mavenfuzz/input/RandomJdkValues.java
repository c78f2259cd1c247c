package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.JdkClass;
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
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random values of the JDK's classes over their whole ranges, with a liking for the ends. */
final class RandomJdkValues {
  private static final List<String> ZONES = List.copyOf(ZoneId.getAvailableZoneIds());

  private RandomJdkValues() {}

  static Object next(JdkClass type, Random random) {
    return switch (type) {
      case BIG_INTEGER -> integer(random);
      case BIG_DECIMAL -> new BigDecimal(integer(random), (int) within(random, -9999, 9999));
      case UNIQUE_ID -> new UUID(random.nextLong(), random.nextLong());
      case DURATION ->
          Duration.ofSeconds(within(random, Long.MIN_VALUE, Long.MAX_VALUE), nano(random));
      case INSTANT ->
          Instant.ofEpochSecond(
              within(random, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
              nano(random));
      case LOCAL_DATE -> date(random);
      case LOCAL_DATE_TIME -> local(random);
      case LOCAL_TIME -> time(random);
      case MONTH_DAY -> MonthDay.from(LocalDate.ofYearDay(2000, (int) within(random, 1, 366)));
      case OFFSET_DATE_TIME -> OffsetDateTime.of(local(random), offset(random));
      case OFFSET_TIME -> OffsetTime.of(time(random), offset(random));
      case PERIOD -> Period.of(integer32(random), integer32(random), integer32(random));
      case YEAR -> Year.of(year(random));
      case YEAR_MONTH -> YearMonth.of(year(random), (int) within(random, 1, 12));
      case ZONE_ID -> zone(random);
      case ZONE_OFFSET -> offset(random);
      case ZONED_DATE_TIME -> ZonedDateTime.ofLocal(local(random), zone(random), offset(random));
    };
  }

  private static BigInteger integer(Random random) {
    return new BigInteger(random.nextInt(200), random)
        .multiply(BigInteger.valueOf(random.nextInt(3) - 1));
  }

  private static int integer32(Random random) {
    return (int) within(random, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static int year(Random random) {
    return (int) within(random, Year.MIN_VALUE, Year.MAX_VALUE);
  }

  private static long nano(Random random) {
    return within(random, 0, 999_999_999);
  }

  private static LocalDate date(Random random) {
    return LocalDate.ofEpochDay(
        within(random, LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()));
  }

  private static LocalTime time(Random random) {
    return LocalTime.ofNanoOfDay(within(random, 0, LocalTime.MAX.toNanoOfDay()));
  }

  private static LocalDateTime local(Random random) {
    return LocalDateTime.of(date(random), time(random));
  }

  private static ZoneOffset offset(Random random) {
    int end = ZoneOffset.MAX.getTotalSeconds();
    return ZoneOffset.ofTotalSeconds((int) within(random, -end, end));
  }

  private static ZoneId zone(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> offset(random);
      case 1 -> Zones.ALL.get(random.nextInt(Zones.ALL.size()));
      default -> ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    };
  }

  private static long within(Random random, long least, long greatest) {
    return switch (random.nextInt(6)) {
      case 0 -> least;
      case 1 -> greatest;
      case 2 -> Math.max(least, Math.min(greatest, random.nextInt(25_000)));
      default -> {
        long size = greatest - least + 1;
        yield size == 0
            ? random.nextLong()
            : least + Long.remainderUnsigned(random.nextLong(), size);
      }
    };
  }
}
