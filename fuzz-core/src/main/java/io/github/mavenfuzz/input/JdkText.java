package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.JdkClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.UUID;

/** Values of the JDK's classes as text and back: what their {@code toString} gives, mostly. */
final class JdkText {
  /** Not {@link YearMonth#toString}, which {@link YearMonth#parse} refuses after the year 9999. */
  private static final DateTimeFormatter YEAR_MONTH =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .toFormatter();

  private JdkText() {}

  /** Whether the text is that of a JSON number, with a fraction or exponent for decimals only. */
  static boolean isNumber(JdkClass type) {
    return type == JdkClass.BIG_INTEGER || type == JdkClass.BIG_DECIMAL || type == JdkClass.YEAR;
  }

  static String write(JdkClass type, Object value) {
    return type == JdkClass.YEAR_MONTH ? YEAR_MONTH.format((YearMonth) value) : value.toString();
  }

  /**
   * Reads what {@link #write} gave, or another form of the same.
   *
   * @throws IllegalArgumentException when the text is no value of the class
   */
  static Object read(JdkClass type, String text) {
    try {
      return switch (type) {
        case BIG_INTEGER -> new BigInteger(text);
        case BIG_DECIMAL -> new BigDecimal(text);
        case UNIQUE_ID -> readUniqueId(text);
        case DURATION -> Duration.parse(text);
        case INSTANT -> Instant.parse(text);
        case LOCAL_DATE -> LocalDate.parse(text);
        case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
        case LOCAL_TIME -> LocalTime.parse(text);
        case MONTH_DAY -> MonthDay.parse(text);
        case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
        case OFFSET_TIME -> OffsetTime.parse(text);
        case PERIOD -> Period.parse(text);
        case YEAR -> Year.of(Integer.parseInt(text));
        case YEAR_MONTH -> YearMonth.parse(text, YEAR_MONTH);
        case ZONE_ID -> ZoneId.of(text);
        case ZONE_OFFSET -> ZoneOffset.of(text);
        case ZONED_DATE_TIME -> readZoned(text);
      };
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An example of a text that {@link #read} takes, such as {@code 2024-02-29}, for a message. */
  static String example(JdkClass type) {
    return switch (type) {
      case BIG_INTEGER -> "42";
      case BIG_DECIMAL -> "1.50";
      case UNIQUE_ID -> "123e4567-e89b-12d3-a456-426614174000";
      case DURATION -> "PT1.5S";
      case INSTANT -> "2024-02-29T12:30:00Z";
      case LOCAL_DATE -> "2024-02-29";
      case LOCAL_DATE_TIME -> "2024-02-29T12:30";
      case LOCAL_TIME -> "12:30";
      case MONTH_DAY -> "--02-29";
      case OFFSET_DATE_TIME -> "2024-02-29T12:30+01:00";
      case OFFSET_TIME -> "12:30+01:00";
      case PERIOD -> "P1Y2M3D";
      case YEAR -> "2024";
      case YEAR_MONTH -> "2024-02";
      case ZONE_ID -> "Europe/Berlin";
      case ZONE_OFFSET -> "+01:00";
      case ZONED_DATE_TIME -> "2024-02-29T12:30+01:00[Europe/Berlin]";
    };
  }

  /** {@link UUID#fromString} also takes groups that are too short or too long. */
  private static UUID readUniqueId(String text) {
    UUID value = UUID.fromString(text);
    if (!value.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  /** {@link ZonedDateTime#parse} fails at the ends of the range of years. */
  private static ZonedDateTime readZoned(String text) {
    int bracket = text.endsWith("]") ? text.indexOf('[') : text.length();
    if (bracket < 0) {
      throw new IllegalArgumentException(text);
    }
    OffsetDateTime local = OffsetDateTime.parse(text.substring(0, bracket));
    ZoneId zone =
        bracket == text.length()
            ? local.getOffset()
            : ZoneId.of(text.substring(bracket + 1, text.length() - 1));
    return ZonedDateTime.ofInstant(local.toLocalDateTime(), local.getOffset(), zone);
  }
}
