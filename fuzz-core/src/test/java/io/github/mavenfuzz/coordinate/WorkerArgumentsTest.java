package io.github.mavenfuzz.coordinate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What worker JVMs are started with. */
class WorkerArgumentsTest {
  @TempDir Path directory;
  private RunSettings settings;

  @BeforeEach
  void prepare() throws Exception {
    settings = new TestRuns(directory).settings();
  }

  @Test
  void theFileOfACrashIsWhereItIsLookedForWhateverTheUsersArgumentsSay() throws Exception {
    RunSettings run = with("-XX:ErrorFile=elsewhere");

    List<String> arguments =
        new String(WorkerArguments.file(Purpose.FUZZ, run, directory), UTF_8)
            .lines()
            .filter(a -> a.contains("-XX:ErrorFile="))
            .toList();

    assertThat(arguments)
        .containsExactly(
            "\"-XX:ErrorFile=elsewhere\"",
            "\"-XX:ErrorFile=" + run.results().resolve("hs_err_pid%p.log") + '"');
  }

  @ParameterizedTest
  @CsvSource({"FUZZ, false", "REPEAT, true", "PLAIN, true"})
  void aJvmForASingleRunCompilesLittle(Purpose purpose, boolean late) {
    assertThat(new String(WorkerArguments.file(purpose, settings, directory), UTF_8))
        .satisfies(
            file -> assertThat(file.contains("-XX:Tier4InvocationThreshold")).isEqualTo(late));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|\"plain\"",
        "``|\"\"",
        "two words|\"two words\"",
        "a\"b|\"a\\\"b\"",
        "C:\\x|\"C:\\\\x\"",
        "it's #1|\"it's #1\"",
        "`a\nb\tc`|`\"a\\nb\\tc\"`"
      })
  void anArgumentIsQuotedForAnArgumentFile(String argument, String quoted) {
    assertThat(WorkerArguments.quote(argument)).isEqualTo(quoted);
  }

  private RunSettings with(String... arguments) {
    JvmSettings jvm = settings.jvm();
    return new RunSettings(
        settings.limits(),
        settings.workers(),
        settings.seed(),
        settings.timeout(),
        settings.mutation(),
        settings.includes(),
        settings.excludes(),
        settings.targetArguments(),
        settings.engine(),
        new JvmSettings(
            jvm.java(),
            List.of(arguments),
            jvm.classPath(),
            Map.of(),
            Map.of(),
            jvm.workingDirectory()),
        settings.results());
  }
}
