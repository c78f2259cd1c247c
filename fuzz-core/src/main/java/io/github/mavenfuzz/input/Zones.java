package io.github.mavenfuzz.input;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time zones that the fuzzer chooses from. Fixed, so that a run does not depend on the JDK; all
 * are known to every JDK since 17, and their rules have not changed since, so that a worker JVM and
 * the coordinator take a time of a zone for the same though their JDKs differ. Among them are zones
 * with offsets of halves and quarters of an hour, at both ends of the world, with and without
 * daylight saving, and one that once skipped a day.
 */
public final class Zones {
  /** The plainest first. */
  public static final List<ZoneId> ALL =
      Stream.of(
              "Z",
              "UTC",
              "GMT",
              "+01:00",
              "-05:00",
              "+18:00",
              "-18:00",
              "+00:00:01",
              "UTC+01:00",
              "Europe/London",
              "Europe/Berlin",
              "Europe/Dublin",
              "Europe/Moscow",
              "Africa/Monrovia",
              "America/New_York",
              "America/Los_Angeles",
              "America/Sao_Paulo",
              "America/St_Johns",
              "America/Caracas",
              "America/Argentina/Buenos_Aires",
              "Asia/Tokyo",
              "Asia/Kolkata",
              "Asia/Kathmandu",
              "Asia/Pyongyang",
              "Australia/Sydney",
              "Australia/Lord_Howe",
              "Australia/Eucla",
              "Pacific/Chatham",
              "Pacific/Kwajalein",
              "Antarctica/Troll",
              "Etc/GMT+12",
              "Etc/GMT-14")
          .map(ZoneId::of)
          .toList();

  private Zones() {}
}
