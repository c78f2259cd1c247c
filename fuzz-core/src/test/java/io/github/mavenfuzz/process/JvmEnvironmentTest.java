package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmEnvironmentTest {
  private static final Path HERE = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "C, US-ASCII",
    "POSIX, US-ASCII",
    "fr_CH.ISO-8859-1, ISO-8859-1",
    "fr_CH.iso885915@euro, ISO-8859-15",
    "fr_CH.utf8, UTF-8",
    "C.UTF-8, UTF-8"
  })
  void argumentsHaveTheEncodingOfTheLocaleThatTheUserGivesWorkers(String locale, String charset) {
    // Unless this build has the locale too: then what the JVM knows of it counts.
    assertThat(charset(Map.of("LC_ALL", locale))).isIn(Charset.forName(charset), charset(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx.no-such-encoding", "xx", "xx.", "not a locale"})
  void anUnknownLocaleIsTakenForThatOfTheBuild(String locale) {
    assertThat(charset(Map.of("LC_ALL", locale))).isEqualTo(charset(Map.of()));
  }

  @Test
  void variablesAreThoseOfTheBuildAndTheUsers() {
    assertThat(JvmEnvironment.of(jvm(Map.of("FUZZ_NEW", "1"))))
        .containsAllEntriesOf(System.getenv())
        .containsEntry("FUZZ_NEW", "1");
  }

  private static Charset charset(Map<String, String> environment) {
    return JvmEnvironment.charset(jvm(environment));
  }

  private static JvmSettings jvm(Map<String, String> environment) {
    return new JvmSettings(HERE, List.of(), List.of(), Map.of(), environment, HERE);
  }
}
