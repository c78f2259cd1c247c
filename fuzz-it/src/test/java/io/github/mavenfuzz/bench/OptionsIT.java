package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build hands over to the benchmark. */
class OptionsIT {
  @Test
  void listsMayBeEmptyAndPathsMissing() throws BenchException {
    Options options =
        Options.parse(
            "--targets=/t",
            "--only=",
            "--tools=fuzz, jazzer",
            "--seconds=20",
            "--rounds=3",
            "--work=/w",
            "--offline=true",
            "--version.jazzer=0.30.0");

    assertThat(options.only()).isEmpty();
    assertThat(options.tools()).containsExactly("fuzz", "jazzer");
    assertThat(options.targets()).isEqualTo(Path.of("/t").toAbsolutePath());
    assertThat(options.maven().localRepository()).isNull();
    assertThat(options.maven().offline()).isTrue();
    assertThat(options.versions()).containsEntry("jazzer", "0.30.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "soon", "1.5"})
  void timeIsAPositiveNumber(String seconds) {
    assertThatThrownBy(() -> Options.parse("--rounds=1", "--seconds=" + seconds))
        .isInstanceOf(BenchException.class)
        .hasMessage("-Dbench.seconds=%s is not a positive whole number, such as 20.", seconds);
  }
}
