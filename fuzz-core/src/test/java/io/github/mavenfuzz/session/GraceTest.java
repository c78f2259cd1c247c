package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraceTest {
  private Duration clock = Duration.ofDays(1);

  @ParameterizedTest
  @CsvSource({
    "2,    1,  11, the time of a hang and some more to confirm a failure",
    "3600, 1,  19, nobody waits for a long hang",
    "2,    9,  33, a JVM that was slow to start is so again",
  })
  void isLongEnoughToConfirmAFailure(int timeout, int start, int seconds, String why) {
    Grace ofRun = new Grace(Duration.ofSeconds(timeout), () -> clock.toNanos());

    clock = clock.plusSeconds(start);
    ofRun.started();

    assertThat(ofRun.inAll()).as(why).isEqualTo(Duration.ofSeconds(seconds));
  }
}
