package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.process.JvmSetup;
import io.github.mavenfuzz.report.FindingText;
import io.github.mavenfuzz.report.JUnitXmlReport;
import io.github.mavenfuzz.report.JsonReport;
import io.github.mavenfuzz.report.ReportLedger;
import io.github.mavenfuzz.session.SessionListener;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.session.WorkerSetup;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzRunTest {
  @TempDir Path directory;
  private final List<String> warnings = new ArrayList<>();
  private final List<UnusableTarget> unusable = new ArrayList<>();

  private final Log log =
      new SystemStreamLog() {
        @Override
        public void warn(CharSequence line) {
          warnings.add(line.toString());
        }
      };

  @Test
  void reportsATargetThatCannotBeRunAndRunsTheOthers() throws Exception {
    unusable.add(
        new UnusableTarget(
            new TargetName("com.example.BoxFuzzTest", "holds"),
            List.of("it takes a box", "it takes a lock")));

    RunSummary summary = summary(FuzzRunTest::passAll);

    assertThat(summary.results())
        .extracting(r -> r.target().methodName())
        .containsExactly("holds", "first", "second");
    assertThat(directory.resolve("reports/TEST-com.example.BoxFuzzTest.xml"))
        .content()
        .contains("errors=\"1\"", "<error message=\"it takes a box.", "it takes a lock.");
    assertThat(directory.resolve("results.json")).content().contains("it takes a box.");
    assertThatThrownBy(() -> summary.end(false, new SystemStreamLog()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("1 target could not be run, see above: com.example.BoxFuzzTest#holds");
  }

  @Test
  void tellsFindingsByTheirNumbersAndReportsEachTargetAsItEnds() throws Exception {
    Finding finding = Results.finding(false);

    RunSummary summary =
        summary(
            (targets, listener) -> {
              listener.begin(targets.get(0), () -> null).found(7, finding);
              listener.ended(Results.of("first", null, finding), false);
              listener.begin(targets.get(1), () -> null);
              listener.ended(Results.of("second", "No worker starts."), false);
            });

    assertThat(warnings).filteredOn(line -> line.startsWith("Finding 7 ")).hasSize(1);
    assertThat(summary.results())
        .extracting(TargetResult::error)
        .containsExactly(null, "No worker starts.");
    assertThat(directory.resolve("reports/TEST-com.example.SomeFuzzTest.xml"))
        .content()
        .contains("No worker starts.", "java.lang.IllegalStateException: bad");
  }

  @Test
  void reportsWhatWasFoundUntilAnInterrupt() throws Exception {
    RunSummary summary =
        summary(
            (targets, listener) -> {
              listener.begin(targets.get(0), () -> null);
              listener.ended(Results.of("first", null, Results.finding(true)), true);
            });

    assertThat(summary.results()).hasSize(1);
    assertThat(directory.resolve("reports/TEST-com.example.SomeFuzzTest.xml"))
        .content()
        .contains("java.lang.IllegalStateException: bad");
    assertThatThrownBy(() -> summary.end(true, new SystemStreamLog()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "Fuzzing was interrupted in com.example.SomeFuzzTest#first; until then it found"
                + " 1 failure in com.example.SomeFuzzTest#first, and all that was found is kept");
  }

  @Test
  void runsAllTargetsAndThenBreaksWhenReportsCannotBeWritten() throws Exception {
    Files.writeString(directory.resolve("reports"), "a file where the directory should be");

    assertThatThrownBy(() -> summary(FuzzRunTest::passAll))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "The reports are not complete; cannot write the report "
                + directory.resolve("reports/TEST-com.example.SomeFuzzTest.xml")
                + " (its directory is a file): make room and make the directory writable.");
    assertThat(directory.resolve("results.json")).content().contains("second");
  }

  private static void passAll(List<FuzzTarget> targets, SessionListener listener) {
    for (FuzzTarget target : targets) {
      listener.begin(target, () -> null);
      listener.ended(Results.of(target.methodName(), null), false);
    }
  }

  private RunSummary summary(FuzzRun.Fuzzer fuzzer) throws Exception {
    SessionSettings settings =
        new SessionSettings(
            new RunSettings(
                new RunSettings.Limits(Duration.ofSeconds(1), 0, 0, false),
                1,
                7,
                RunSettings.Mutation.DEFAULT),
            new WorkerSetup(
                new JvmSetup(null, null, 1024, directory),
                Duration.ofSeconds(1),
                ClassPatterns.ALL,
                List.of()));
    ReportLedger.Part part = new ReportLedger().begin("module", "default", f -> "mvn");
    part.in(new JUnitXmlReport(f -> ""), directory.resolve("reports"));
    part.in(new JsonReport(), directory);
    FindingText text = new FindingText(false, f -> "", f -> "mvn");
    FindingLogger findings = new FindingLogger(new VisibleLog(log), text, f -> null);
    return new FuzzRun(settings, log, findings, part)
        .run(
            new TargetScan(
                List.of(Results.target("first"), Results.target("second")), unusable, List.of()),
            fuzzer,
            directory.resolve("reports"));
  }
}
