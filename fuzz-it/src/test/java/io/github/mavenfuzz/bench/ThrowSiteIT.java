package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where failures are thrown, by one rule for all tools. */
class ThrowSiteIT {
  @Test
  void isTheExceptionAndTheNearestMethodOfTheProject() {
    assertThat(ThrowSite.of(failure("java.util.List.get", "a.A.x", "a.B.y")))
        .isEqualTo(ThrowSite.of(failure("a.A.x", "a.C.z")))
        .isEqualTo("java.lang.IllegalStateException at a.A.x");
  }

  @Test
  void isThatOfTheRootCause() {
    Throwable wrapped = new RuntimeException(failure("a.A.x"));

    assertThat(ThrowSite.of(wrapped)).isEqualTo("java.lang.IllegalStateException at a.A.x");
  }

  @Test
  void overflowIsToldByWhatComesRoundMostOften() {
    StackOverflowError overflow = new StackOverflowError();
    overflow.setStackTrace(frames("a.Deep.inside", "a.A.rec", "a.A.rec", "a.A.enter", "a.Main.go"));

    assertThat(ThrowSite.of(overflow)).isEqualTo("java.lang.StackOverflowError at a.A.rec");
  }

  @Test
  void framesOfTheBenchmarkDoNotCount() {
    assertThat(
            ThrowSite.of(
                failure(
                    "bench.BenchEntry.fuzzerTestOneInput", "io.github.mavenfuzz.bench.Replay.x")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void hangIsToldByItsOutermostFrames() {
    assertThat(ThrowSite.ofHang(frames("a.Loop.step", "a.Loop.run", "a.A.parse", "bench.T.go")))
        .isEqualTo("hang at bench.T.go, a.A.parse, a.Loop.run");
  }

  private static Throwable failure(String... places) {
    Throwable failure = new IllegalStateException("a message");
    failure.setStackTrace(frames(places));
    return failure;
  }

  private static StackTraceElement[] frames(String... places) {
    return Arrays.stream(places)
        .map(
            p ->
                new StackTraceElement(
                    p.substring(0, p.lastIndexOf('.')),
                    p.substring(p.lastIndexOf('.') + 1),
                    null,
                    1))
        .toArray(StackTraceElement[]::new);
  }
}
