package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.failure.FailureDescriber;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmSetup;
import io.github.mavenfuzz.report.FindingText;
import io.github.mavenfuzz.report.JUnitXmlReport;
import io.github.mavenfuzz.report.JsonReport;
import io.github.mavenfuzz.session.SessionSettings;
import io.github.mavenfuzz.session.WorkerSetup;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
  void goesOnWithTheNextTargetAfterAFaultOfTheFuzzerAndKeepsWhatWasFound() throws Exception {
    Finding finding = Results.finding(true);

    List<TargetResult> results =
        run(
            (target, listener) -> {
              if (target.methodName().equals("second")) {
                return Results.of("second", null);
              }
              listener.found(finding);
              throw new IllegalStateException("index 7");
            });

    assertThat(results).extracting(r -> r.target().methodName()).containsExactly("first", "second");
    assertThat(results.get(0).error())
        .isEqualTo(
            "A fault of the fuzzer, please report it: java.lang.IllegalStateException: index 7");
    assertThat(results.get(0).findings()).containsExactly(finding);
    assertThat(directory.resolve("reports/TEST-com.example.SomeFuzzTest.xml"))
        .content()
        .contains("A fault of the fuzzer", "java.lang.IllegalStateException: bad");
  }

  @Test
  void reportsAFindingOnceOfWhichMoreIsKnownLater() throws Exception {
    Finding first = Results.finding(false);
    Finding later = first.as(first.failure(), Evidence.ofOutput("printed"));
    Finding other = first.as(FailureDescriber.exit(1, new StackTraceElement[0]), Evidence.NONE);

    List<TargetResult> results =
        run(
            (target, listener) -> {
              listener.found(first);
              listener.found(other);
              listener.found(later);
              throw new IllegalStateException("index 7");
            });

    assertThat(results.get(0).findings()).containsExactly(later, other);
    assertThat(warnings)
        .filteredOn(line -> line.startsWith("Finding "))
        .extracting(line -> line.split(" ")[1])
        .containsExactly("1", "2", "1", "3", "4", "3");
  }

  @Test
  void reportsATargetThatCannotBeRunAndRunsTheOthers() throws Exception {
    unusable.add(
        new UnusableTarget(
            new TargetName("com.example.BoxFuzzTest", "holds"),
            List.of("it takes a box", "it takes a lock")));

    RunSummary summary = summary((target, listener) -> Results.of(target.methodName(), null));

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
  void saysWhyATargetCannotBeRunInTheWordsOfTheFuzzer() throws Exception {
    List<TargetResult> results =
        run(
            (target, listener) -> {
              throw new FuzzException("No worker starts.");
            });

    assertThat(results)
        .extracting(TargetResult::error)
        .containsExactly("No worker starts.", "No worker starts.");
  }

  @Test
  void runsNoFurtherTargetAfterAnInterruptAndReportsWhatWasFoundUntilThen() throws Exception {
    RunSummary summary =
        summary(
            (target, listener) -> {
              Thread.currentThread().interrupt();
              return Results.of("first", null, Results.finding(true));
            });

    assertThat(Thread.interrupted()).isTrue();
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
    List<String> ran = new ArrayList<>();

    assertThatThrownBy(
            () ->
                summary(
                    (target, listener) -> {
                      ran.add(target.methodName());
                      return Results.of(target.methodName(), null, Results.finding(true));
                    }))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "The reports are not complete; cannot write the report "
                + directory.resolve("reports/TEST-com.example.SomeFuzzTest.xml")
                + " (its directory is a file): make room and make the directory writable.");
    assertThat(ran).containsExactly("first", "second");
    assertThat(directory.resolve("results.json")).exists();
  }

  private List<TargetResult> run(FuzzRun.Fuzzer fuzzer) throws Exception {
    return summary(fuzzer).results();
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
                new JvmSetup(null, null, directory),
                Duration.ofSeconds(1),
                ClassPatterns.ALL,
                List.of()));
    ReportLedger.Part part = new ReportLedger().begin("module", "default", f -> "mvn");
    part.in(new JUnitXmlReport(f -> ""), directory.resolve("reports"));
    part.in(new JsonReport(), directory);
    FindingText text = new FindingText(false, f -> "", f -> "mvn");
    FindingLogger findings =
        new FindingLogger(new VisibleLog(log), text, f -> null, new AtomicInteger());
    return new FuzzRun(settings, log, findings, part, fuzzer)
        .run(
            new TargetScan(
                List.of(Results.target("first"), Results.target("second")), unusable, List.of()),
            directory.resolve("reports"));
  }
}
