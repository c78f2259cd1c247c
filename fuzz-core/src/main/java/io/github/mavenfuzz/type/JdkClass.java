package io.github.mavenfuzz.type;

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
import java.util.UUID;

/** The immutable classes of the JDK with parts of which the fuzzer makes values. */
public enum JdkClass {
  BIG_INTEGER(BigInteger.class),
  BIG_DECIMAL(BigDecimal.class),
  UNIQUE_ID(UUID.class),
  DURATION(Duration.class),
  INSTANT(Instant.class),
  LOCAL_DATE(LocalDate.class),
  LOCAL_DATE_TIME(LocalDateTime.class),
  LOCAL_TIME(LocalTime.class),
  MONTH_DAY(MonthDay.class),
  OFFSET_DATE_TIME(OffsetDateTime.class),
  OFFSET_TIME(OffsetTime.class),
  PERIOD(Period.class),
  YEAR(Year.class),
  YEAR_MONTH(YearMonth.class),
  ZONE_ID(ZoneId.class),
  ZONE_OFFSET(ZoneOffset.class),
  ZONED_DATE_TIME(ZonedDateTime.class);

  private final Class<?> type;

  JdkClass(Class<?> type) {
    this.type = type;
  }

  public Class<?> type() {
    return type;
  }
}
