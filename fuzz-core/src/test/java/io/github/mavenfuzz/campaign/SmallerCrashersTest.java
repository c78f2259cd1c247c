package io.github.mavenfuzz.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.Search.Seen;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.type.LeafKind;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SmallerCrashersTest {
  private static final Failure EXIT = Failures.failure(FailureKind.EXIT, "exit at a.B.c");
  private static final Failure HANG = Failures.failure(FailureKind.HANG, "hang at a.B.c");
  private static final String LONG = "xy".repeat(100) + "!" + "yx".repeat(100);

  private final SmallerCrashers crashers =
      new SmallerCrashers(InputShape.of(LeafKind.STRING), true);
  private int tries;

  @Test
  void whatExitsIsTriedAFewTimesInFreshJvms() {
    Seen smallest = search(EXIT, text -> text.contains("!"));

    assertThat(text(smallest)).isEqualTo("!");
    assertThat(tries).isLessThanOrEqualTo(12);
  }

  @Test
  void thereIsAnEndOfTries() {
    Seen smallest = search(EXIT, text -> text.length() > 80);

    assertThat(text(smallest).length()).isBetween(81, 200);
    assertThat(tries).isEqualTo(12);
  }

  @Test
  void theFirstOneIsReportedWhenNothingSmallerFails() {
    assertThat(text(search(EXIT, text -> false))).isEqualTo(LONG);
    assertThat(text(search(HANG, text -> false))).isEqualTo(LONG);
  }

  @Test
  void whatHangsIsLookedAtForAShortTimeAndInTheEndForTheWhole() {
    Task.Confirm task = first(HANG);
    assertThat(task.purpose()).isEqualTo(JvmPurpose.HASTY);

    Task.Confirm last = task;
    while (last.purpose() == JvmPurpose.HASTY) {
      last = crashers.next(last, text(last).contains("!") ? seen(last, HANG) : null);
    }

    assertThat(last.purpose()).isEqualTo(JvmPurpose.REPEAT);
    assertThat(text(last)).isEqualTo("!");
    assertThat(crashers.next(last, seen(last, HANG))).isNull();
    assertThat(text(result(last, seen(last, HANG)))).isEqualTo("!");
  }

  @Test
  void aHangThatWasASlowRunIsNotReported() {
    Task.Confirm last = first(HANG);
    while (last.purpose() == JvmPurpose.HASTY) {
      last = crashers.next(last, seen(last, HANG));
    }

    assertThat(text(result(last, null))).isEqualTo(LONG);
  }

  @Test
  void whatWasSeenUntilThenIsReportedWhenTheSearchIsCutShort() {
    Task.Confirm exits = first(EXIT);
    while (!text(exits).contains("!")) {
      exits = crashers.next(exits, null);
    }
    Task.Confirm next = crashers.next(exits, seen(exits, EXIT));
    assertThat(text(result(next, null))).isEqualTo(text(exits));

    Task.Confirm hangs = first(HANG);
    assertThat(text(result(crashers.next(hangs, seen(hangs, HANG)), null))).isEqualTo(LONG);
  }

  @Test
  void seedsAndExceptionsAreNotTried() {
    CorpusEntry seed = new CorpusEntry(LONG.getBytes(UTF_8), "seed", null, true);
    Failure thrown = Failures.failure(FailureKind.EXCEPTION, "e at a.B.c");

    assertThat(first(new Task.Confirm(seed, EXIT), EXIT)).isNull();
    assertThat(first(thrown)).isNull();
  }

  /** Which smaller input is reported in the end, when those fail that a predicate says. */
  private Seen search(Failure failure, Predicate<String> fails) {
    Task.Confirm task = first(failure);
    while (true) {
      tries++;
      Seen seen = fails.test(text(task)) ? seen(task, failure) : null;
      Task.Confirm next = crashers.next(task, seen);
      if (next == null) {
        return result(task, seen);
      }
      task = next;
    }
  }

  private Task.Confirm first(Failure failure) {
    return first(new Task.Confirm(CorpusEntry.inMemory(LONG.getBytes(UTF_8)), failure), failure);
  }

  private Task.Confirm first(Task.Confirm confirmation, Failure failure) {
    return crashers.first(confirmation, seen(confirmation, failure));
  }

  private static Seen result(Task.Confirm task, Seen seen) {
    return SmallerCrashers.result(task.search(), task.failure(), seen);
  }

  private static Seen seen(Task.Confirm task, Failure failure) {
    return new Seen(task.entry(), failure, Evidence.NONE);
  }

  private static String text(Task.Confirm task) {
    return new String(task.entry().content(), UTF_8);
  }

  private static String text(Seen seen) {
    return new String(seen.entry().content(), UTF_8);
  }
}
