package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndDeadlineTest {
  private Duration clock = Duration.ofDays(1);

  @ParameterizedTest
  @CsvSource({
    "2,    1,  0,  11, the time of a hang and some more to confirm a failure",
    "3600, 1,  0,  19, no longer hang is waited for",
    "2,    9,  0,  33, a JVM that was slow to start is so again",
    "2,    1,  5,  16, each failure that waits takes another start of a JVM",
    "2,    1,  99, 41, there is an end to that",
  })
  void isLongEnoughToConfirmFailures(int timeout, int start, int waiting, int seconds, String why) {
    EndDeadline ofRun = new EndDeadline(Duration.ofSeconds(timeout), () -> clock.toNanos());

    clock = clock.plusSeconds(start);
    ofRun.started();

    assertThat(ofRun.inAll(waiting)).as(why).isEqualTo(Duration.ofSeconds(seconds));
  }
}
