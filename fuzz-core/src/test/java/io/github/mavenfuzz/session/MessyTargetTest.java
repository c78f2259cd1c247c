package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Messy;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs of targets that do not clean up. */
@Timeout(value = 3, unit = MINUTES)
@EnabledOnOs(OS.LINUX)
class MessyTargetTest {
  @TempDir Path directory;

  private static FuzzTarget target(String method) {
    return TestRuns.target(Messy.class, method, LeafKind.BYTES);
  }

  private TestRuns runs() {
    return new TestRuns(directory);
  }

  @Test
  void aJvmWithTooManyThreadsIsReplacedAndNobodyIsBlamed() throws Exception {
    TargetResult result = runs().executions(1500).run(target("leavesThreadsBehind"));

    assertNothingFound(result);
    assertThat(result.statistics().runs()).isGreaterThanOrEqualTo(1500);
    assertThat(directory.resolve("processes")).content().contains("x\nx\n");
  }

  @Test
  void aJvmWithTooManyProcessesIsReplacedAndTheProcessesEnd() throws Exception {
    TargetResult result = runs().executions(250).run(target("leavesProcessesBehind"));

    assertNothingFound(result);
    assertThat(directory.resolve("processes")).content().contains("x\nx\n");
    assertNoProcess("sleep 1000.375");
  }

  private static void assertNothingFound(TargetResult result) {
    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.suspects()).isEmpty();
  }

  @Test
  void whatAJvmStartedThatEndedByItselfEndsToo() throws Exception {
    Finding finding =
        onlyFinding(runs().executions(300).run(target("leavesAProcessBehindAndEnds")));

    assertThat(finding.failure().exception()).isEqualTo("exit code 5");
    assertNoProcess("sleep 1000.625");
  }

  private static void assertNoProcess(String commandLine) {
    assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
        .noneMatch(line -> line.endsWith(commandLine));
  }

  @Test
  void theFilesOfAWorkerCanBeDeletedAgainAndAgain() throws Exception {
    TargetResult result =
        runs().workers(2).executions(300).run(target("deletesTheFilesOfItsWorker"));

    assertThat(onlyFinding(result).failure().exception()).isEqualTo("exit code 6");
    assertThat(result.suspects()).isEmpty();
    assertThat(result.statistics().runs()).isGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"overwritesTheMemory", "cutsTheMemoryShort"})
  void memoryThatNobodyCanReadEndsOneJvmAndBlamesNobody(String method) throws Exception {
    TargetResult result = runs().interruptedAtWarning(3).run(target(method));

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.suspects()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(directory.resolve("processes")).content().contains("x\nx\nx\n");
  }

  @Test
  void aJvmThatStandsStillIsAHangOfTheInputThatStoppedIt() throws Exception {
    Finding finding =
        onlyFinding(
            runs().timeout(Duration.ofMillis(200)).maxFindings(1).run(target("stopsItself")));

    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.failure().kind()).isEqualTo(FailureKind.HANG);
    assertThat(finding.failure().message())
        .isEqualTo("the JVM was stopped by a signal such as SIGSTOP");
  }

  @Test
  void aTargetThatLooksAtItsStackFailsByItsBugsOnly() throws Exception {
    TargetResult result = runs().executions(3000).run(target("looksAtItsCaller"));

    Finding finding = onlyFinding(result);
    assertThat(finding.failure().message()).isEqualTo("called from looksAtItsCaller");
    assertThat(finding.failure().signature())
        .hasToString(
            "java.lang.IllegalStateException at " + Messy.class.getName() + ".looksAtItsCaller+2");
    assertThat(result.statistics().runs()).isGreaterThanOrEqualTo(3000);
  }

  @Test
  void anExceptionThatWasMadeWithoutAStackAndKeptIsOneFinding() throws Exception {
    Finding finding = onlyFinding(runs().executions(3000).run(target("throwsWhatItKeeps")));

    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.failure().stackTrace()).contains("at " + Messy.class.getName());
  }

  @Test
  void aFailureThatComesOnceInAJvmIsFoundInAFreshOne() throws Exception {
    Finding finding = onlyFinding(runs().executions(3000).run(target("failsOnceInAJvm")));

    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.failure().signature())
        .hasToString(
            "java.lang.IllegalStateException at " + Messy.class.getName() + ".failsOnceInAJvm+1");
  }

  private static Finding onlyFinding(TargetResult result) {
    assertThat(result.error()).isNull();
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }
}
