package io.github.mavenfuzz.coordinate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    assertThat(all(Purpose.FUZZ, run).stream().filter(a -> a.startsWith("-XX:ErrorFile=")))
        .containsExactly(
            "-XX:ErrorFile=elsewhere",
            "-XX:ErrorFile=" + run.results().resolve("hs_err_pid%p.log"));
  }

  @ParameterizedTest
  @CsvSource({"FUZZ, false", "REPEAT, true", "PLAIN, true"})
  void aJvmForASingleRunCompilesLittle(Purpose purpose, boolean late) {
    assertThat(all(purpose, settings).contains("-XX:Tier4InvocationThreshold=50000"))
        .isEqualTo(late);
  }

  @Test
  void theUsersArgumentsComeAfterTheEnginesAndBeforeTheClassPath() throws Exception {
    WorkerArguments arguments = of(Purpose.FUZZ, with("-Xfuture", "-Da=b"));

    assertThat(arguments.first()).containsSubsequence("-ea", "-Xfuture", "-Da=b");
    assertThat(arguments.plain()).isEmpty();
    assertThat(arguments.last()).contains("-cp");
  }

  /** In a file the launcher would take it for the main class. */
  @Test
  void anArgumentFileOfTheUsersIsNamedOnTheCommandLine() throws Exception {
    WorkerArguments arguments =
        of(Purpose.FUZZ, with("-Da=1", "@one.args", "-Db=2", "@two.args", "-Dc=3"));

    assertThat(arguments.first()).endsWith("-Da=1");
    assertThat(arguments.plain()).containsExactly("@one.args", "-Db=2", "@two.args");
    assertThat(arguments.last()).startsWith("-Dc=3");
  }

  @Test
  void whatAJvmRefusesIsLeftOut() {
    Set<String> refused = Set.of("-XX:LoopStripMiningIter=1000");

    assertThat(WorkerArguments.of(Purpose.FUZZ, settings, directory, refused).first())
        .doesNotContain("-XX:LoopStripMiningIter=1000")
        .contains("-XX:+UseCountedLoopSafepoints");
  }

  @Test
  void whatIsNotAsciiIsSetByTheAgentAsWell() {
    JvmSettings jvm =
        jvm(
            Map.of("plain", "a b", "shop", "Käse", "größe", "1", "empty", ""),
            "-Dshop=Öl=1",
            "-Dflag",
            "-Xmx1m");

    assertThat(WorkerArguments.exactProperties(jvm))
        .containsExactlyInAnyOrderEntriesOf(Map.of("shop", "Öl=1", "größe", "1"));
  }

  private List<String> all(Purpose purpose, RunSettings run) {
    WorkerArguments arguments = of(purpose, run);
    return Stream.of(arguments.first(), arguments.plain(), arguments.last())
        .flatMap(List::stream)
        .toList();
  }

  private WorkerArguments of(Purpose purpose, RunSettings run) {
    return WorkerArguments.of(purpose, run, directory.resolve("settings"), Set.of());
  }

  private JvmSettings jvm(Map<String, String> properties, String... arguments) {
    JvmSettings jvm = settings.jvm();
    return new JvmSettings(
        jvm.java(),
        List.of(arguments),
        jvm.classPath(),
        properties,
        Map.of(),
        jvm.workingDirectory());
  }

  private RunSettings with(String... arguments) {
    return TestRuns.with(settings, jvm(Map.of(), arguments));
  }
}
