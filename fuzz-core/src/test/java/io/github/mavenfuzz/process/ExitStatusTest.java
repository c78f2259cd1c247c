package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

  @ParameterizedTest
  @CsvSource({
    // code, signal, from outside, text
    "0, 0, false, exit code 0",
    "1, 0, false, exit code 1",
    "81, 0, false, exit code 81",
    "128, 0, false, exit code 128",
    "129, 1, true, exit code 129 (SIGHUP)",
    "130, 2, true, exit code 130 (SIGINT)",
    "132, 4, false, exit code 132 (SIGILL)",
    "133, 5, false, exit code 133 (SIGTRAP)",
    "134, 6, false, exit code 134 (SIGABRT)",
    "135, 7, false, exit code 135 (SIGBUS)",
    "136, 8, false, exit code 136 (SIGFPE)",
    "137, 9, true, exit code 137 (SIGKILL)",
    "138, 10, true, exit code 138 (SIGUSR1)",
    "139, 11, false, exit code 139 (SIGSEGV)",
    "141, 13, false, exit code 141 (SIGPIPE)",
    "142, 14, true, exit code 142 (SIGALRM)",
    "143, 15, true, exit code 143 (SIGTERM)",
    "152, 24, true, exit code 152 (SIGXCPU)",
    "153, 25, true, exit code 153 (SIGXFSZ)",
    "159, 31, false, exit code 159 (SIGSYS)",
    // Nobody ends a JVM by those, so that it is a code.
    "160, 0, false, exit code 160",
    "192, 0, false, exit code 192",
    "255, 0, false, exit code 255",
  })
  void isASignalOrACode(int code, int signal, boolean fromOutside, String text) {
    ExitStatus status = new ExitStatus(code);

    assertThat(status.signal()).isEqualTo(signal);
    assertThat(status.isFromOutside()).isEqualTo(fromOutside);
    assertThat(status).hasToString(text);
  }

  @Test
  void isFromOutsideForSignalsOnly() {
    assertThat(IntStream.range(0, 256).mapToObj(ExitStatus::new).filter(s -> s.signal() == 0))
        .noneMatch(ExitStatus::isFromOutside);
  }
}
