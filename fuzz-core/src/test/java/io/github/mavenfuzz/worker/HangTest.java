package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.failure.Hangs;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the watchdog sees of runs that really hang. */
@Timeout(60)
class HangTest {
  private static final int TIMES = 3;
  private static final Duration TIMEOUT = Duration.ofMillis(50);

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Watchdog> watchdogs = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void endAll() {
    end.countDown();
    watchdogs.forEach(Watchdog::close);
  }

  @ParameterizedTest
  @EnumSource
  void aHangIsTheSameEveryTimeAndShowsWhereItIs(Hangs hang) {
    List<CompletableFuture<List<StackTraceElement[]>>> seen = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      seen.add(start(hang));
    }

    List<Failure> failures =
        seen.stream().map(s -> FailureDescriber.hang(s.join(), TIMEOUT)).toList();

    assertThat(failures).extracting(Failure::stackTrace).allMatch(t -> t.contains("Hangs$"));
    assertThat(failures)
        .allMatch(f -> f.isLike(failures.get(0)))
        .allMatch(f -> f.signature().toString().startsWith("hang at com.example.failure.Hangs"));
  }

  private CompletableFuture<List<StackTraceElement[]>> start(Hangs hang) {
    CompletableFuture<List<StackTraceElement[]>> seen = new CompletableFuture<>();
    Thread[] runner = new Thread[1];
    runner[0] =
        new Thread(
            () -> {
              Watchdog watchdog = new Watchdog(runner[0], TIMEOUT.toMillis(), seen::complete);
              watchdogs.add(watchdog);
              watchdog.start();
              watchdog.begin();
              hang.run(end);
              List<StackTraceElement[]> samples = watchdog.end();
              if (samples != null) {
                seen.complete(samples);
              }
            });
    runner[0].setDaemon(true);
    runner[0].start();
    return seen;
  }
}
