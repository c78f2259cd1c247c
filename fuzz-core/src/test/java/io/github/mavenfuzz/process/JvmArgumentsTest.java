package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.session.TestRuns;
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
class JvmArgumentsTest {
  @TempDir Path directory;
  private JvmSetup setup;

  @BeforeEach
  void prepare() throws Exception {
    setup = new TestRuns(directory).setup().jvms();
  }

  @Test
  void theFileOfACrashIsWhereItIsLookedForWhateverTheUsersArgumentsSay() throws Exception {
    JvmSetup run = with("-XX:ErrorFile=elsewhere");

    assertThat(all(JvmPurpose.FUZZ, run).stream().filter(a -> a.startsWith("-XX:ErrorFile=")))
        .containsExactly(
            "-XX:ErrorFile=elsewhere",
            "-XX:ErrorFile=" + run.crashLogs().resolve("hs_err_pid%p.log"));
  }

  @ParameterizedTest
  @CsvSource({"FUZZ, false", "REPEAT, true", "PLAIN, true"})
  void aJvmForASingleRunCompilesLittle(JvmPurpose purpose, boolean late) {
    assertThat(all(purpose, setup).contains("-XX:Tier4InvocationThreshold=50000")).isEqualTo(late);
  }

  @Test
  void theUsersArgumentsComeAfterTheEnginesAndBeforeTheClassPath() throws Exception {
    JvmArguments arguments = of(JvmPurpose.FUZZ, with("-Xfuture", "-Da=b"));

    assertThat(arguments.first()).containsSubsequence("-ea", "-Xfuture", "-Da=b");
    assertThat(arguments.plain()).isEmpty();
    assertThat(arguments.last()).contains("-cp");
  }

  /** In a file the launcher would take it for the main class. */
  @Test
  void anArgumentFileOfTheUsersIsNamedOnTheCommandLine() throws Exception {
    JvmArguments arguments =
        of(JvmPurpose.FUZZ, with("-Da=1", "@one.args", "-Db=2", "@two.args", "-Dc=3"));

    assertThat(arguments.first()).endsWith("-Da=1");
    assertThat(arguments.plain()).containsExactly("@one.args", "-Db=2", "@two.args");
    assertThat(arguments.last()).startsWith("-Dc=3");
  }

  @Test
  void whatAJvmRefusesIsLeftOut() {
    Set<String> refused = Set.of("-XX:LoopStripMiningIter=1000");

    assertThat(
            JvmArguments.of(
                    JvmPurpose.FUZZ, setup, new JvmArguments.Main("Main", directory), refused)
                .first())
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

    assertThat(JvmArguments.exactProperties(jvm))
        .containsExactlyInAnyOrderEntriesOf(Map.of("shop", "Öl=1", "größe", "1"));
  }

  private List<String> all(JvmPurpose purpose, JvmSetup run) {
    JvmArguments arguments = of(purpose, run);
    return Stream.of(arguments.first(), arguments.plain(), arguments.last())
        .flatMap(List::stream)
        .toList();
  }

  private JvmArguments of(JvmPurpose purpose, JvmSetup run) {
    return JvmArguments.of(
        purpose, run, new JvmArguments.Main("Main", directory.resolve("settings")), Set.of());
  }

  private JvmSettings jvm(Map<String, String> properties, String... arguments) {
    JvmSettings jvm = setup.jvm();
    return new JvmSettings(
        jvm.java(),
        List.of(arguments),
        jvm.classPath(),
        properties,
        Map.of(),
        jvm.workingDirectory());
  }

  private JvmSetup with(String... arguments) {
    return new JvmSetup(setup.engine(), jvm(Map.of(), arguments), 1024, setup.crashLogs());
  }
}
