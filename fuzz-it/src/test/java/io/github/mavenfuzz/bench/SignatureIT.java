package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which failures count as one finding. */
class SignatureIT {
  @Test
  void isTheExceptionAndTheNearestFramesOfTheProject() {
    assertThat(Signature.of(failure("java.util.List.get", "a.A.x", "a.B.y", "a.C.z", "a.D.w")))
        .isEqualTo("java.lang.IllegalStateException at a.A.x, a.B.y, a.C.z");
  }

  @Test
  void depthOfARecursionMakesNoDifference() {
    assertThat(Signature.of(failure("a.A.x", "a.A.x", "a.A.x", "a.B.y")))
        .isEqualTo(Signature.of(failure("a.A.x", "a.B.y")));
  }

  @Test
  void isThatOfTheRootCause() {
    Throwable wrapped = new RuntimeException(failure("a.A.x"));

    assertThat(Signature.of(wrapped)).isEqualTo("java.lang.IllegalStateException at a.A.x");
  }

  @Test
  void overflowIsToldByWhereTheRecursionWasEntered() {
    StackOverflowError overflow = new StackOverflowError();
    overflow.setStackTrace(frames("a.Deep.inside", "a.A.rec", "a.A.rec", "a.A.enter", "a.Main.go"));

    assertThat(Signature.of(overflow))
        .isEqualTo("java.lang.StackOverflowError at a.Main.go, a.A.enter, a.A.rec");
  }

  @Test
  void framesOfTheBenchmarkDoNotCount() {
    assertThat(
            Signature.of(
                failure(
                    "bench.BenchEntry.fuzzerTestOneInput", "io.github.mavenfuzz.bench.Replay.x")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void hangIsToldByItsOutermostFrames() {
    assertThat(Signature.ofHang(frames("a.Loop.step", "a.Loop.run", "a.A.parse", "bench.T.go")))
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
