package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.campaign.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "90s, PT1M30S",
    "90 S, PT1M30S",
    "10m, PT10M",
    "2h, PT2H",
    "1d, PT24H",
    "PT1H30M, PT1H30M",
    "pt5s, PT5S",
    "' 7s ', PT7S"
  })
  void readsDurations(String value, Duration expected) throws Exception {
    assertThat(Values.duration("fuzz.duration", value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "10",
        "-5s",
        "0s",
        "PT0S",
        "PT-1S",
        "ten minutes",
        "1.5h",
        "99999999999999999999s",
        "9999999999d"
      })
  void refusesWhatIsNoDurationAndSaysHowToWriteOne(String value) {
    assertThatThrownBy(() -> Values.duration("fuzz.duration", value))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "fuzz.duration: '%s' is not a duration above zero; write it as 90s, 10m, 2h or PT1H30M.",
            value);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "1C, 4", "2c, 8", "0.5C, 2", "0.1C, 1", "1.5 C, 6"})
  void countsWorkersOnFourCores(String value, int expected) throws Exception {
    assertThat(Values.workers(value, 4)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0C", "C", "many", "1.5", "", "99999999999"})
  void refusesWhatIsNoNumberOfWorkers(String value) {
    assertThatThrownBy(() -> Values.workers(value, 4))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("fuzz.workers: '" + value + "' is not a number of workers");
  }

  @Test
  void readsADictionaryAndALength(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("words.dict"), "key=\"word\"\n");

    RunSettings.Mutation mutation = Values.mutation(100, file, true);

    assertThat(mutation.maxLength()).isEqualTo(100);
    assertThat(mutation.dictionary().words()).containsExactly("word");
    assertThat(Values.mutation(0, null, true)).isEqualTo(RunSettings.Mutation.DEFAULT);
  }

  @Test
  void namesTheLineOfADictionaryThatIsWrong(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("words.dict"), "\"good\"\nbad\n");

    assertThatThrownBy(() -> Values.mutation(0, file, true))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("fuzz.dictionary: The dictionary " + file + ", line 2: ");
  }

  @Test
  void refusesANegativeLength() {
    assertThatThrownBy(() -> Values.mutation(-1, null, true))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "fuzz.maxLength: -1 is negative;"
                + " set a number of bytes, or 0 to follow the longest seed.");
  }

  @Test
  void readsListsWithWhiteSpaceAroundElements() {
    assertThat(Values.list(Arrays.asList("\n  a.**", " b.**\n ", "", null, " ")))
        .containsExactly("a.**", "b.**");
    assertThat(Values.list(null)).isEmpty();
  }
}
