package io.github.mavenfuzz.cli;

import static io.github.mavenfuzz.failure.FailureKind.EXCEPTION;
import static io.github.mavenfuzz.failure.FailureKind.EXIT;
import static io.github.mavenfuzz.failure.FailureKind.HANG;
import static io.github.mavenfuzz.failure.FailureKind.OUT_OF_MEMORY;
import static io.github.mavenfuzz.failure.FailureKind.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.failure.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForkModeTest {

  private static ForkMode of(String flags) throws UsageException {
    return new ForkMode(
        io.github.mavenfuzz.cli.Arguments.parse(
            Stream.of(flags.split(" ")).filter(flag -> !flag.isEmpty()).toList()));
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        Arguments.of("", Set.of()),
        Arguments.of("-ignore_timeouts=1 -ignore_ooms=1 -ignore_crashes=1", Set.of()),
        Arguments.of("-fork=0 -ignore_timeouts=1", Set.of()),
        Arguments.of("-fork=2", Set.of(HANG, OUT_OF_MEMORY)),
        Arguments.of("-fork=1 -ignore_timeouts=0", Set.of(OUT_OF_MEMORY)),
        Arguments.of("-fork=1 -ignore_ooms=0", Set.of(HANG)),
        Arguments.of("-fork=1 -ignore_timeouts=0 -ignore_ooms=0", Set.of()),
        Arguments.of(
            "-fork=1 -ignore_crashes=1", Set.of(HANG, OUT_OF_MEMORY, EXCEPTION, EXIT, SIGNAL)),
        Arguments.of(
            "-fork=1 -ignore_crashes=1 -ignore_timeouts=0",
            Set.of(OUT_OF_MEMORY, EXCEPTION, EXIT, SIGNAL)));
  }

  @ParameterizedTest
  @MethodSource("flags")
  void goesOnAfterWhatTheFlagsSay(String flags, Set<FailureKind> ignored) throws Exception {
    assertThat(of(flags).ignored()).isEqualTo(ignored);
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "-ignore_timeouts=1 -ignore_crashes=1, '-ignore_crashes -ignore_timeouts'",
    "-ignore_timeouts=0, ''",
    "-fork=1 -ignore_ooms=1, ''"
  })
  void knowsTheFlagsThatDoNothingWithoutFork(String flags, String useless) throws Exception {
    assertThat(String.join(" ", of(flags).useless())).isEqualTo(useless);
  }

  @Test
  void theExitCodeSpeaksOfCrashesAlways() throws Exception {
    List<FailureKind> found = List.of(HANG, EXIT, OUT_OF_MEMORY);

    assertThat(of("").told(found)).isEqualTo(found);
    assertThat(of("-fork=1 -ignore_crashes=1").told(found)).containsExactly(EXIT);
    assertThat(of("-fork=1 -ignore_timeouts=0").told(found)).containsExactly(HANG, EXIT);
  }

  @Test
  void countsAsLibFuzzerDoes() {
    assertThat(ForkMode.counts(List.of(HANG, EXIT, OUT_OF_MEMORY, HANG, EXCEPTION, SIGNAL)))
        .isEqualTo("oom/timeout/crash: 1/2/3");
  }
}
