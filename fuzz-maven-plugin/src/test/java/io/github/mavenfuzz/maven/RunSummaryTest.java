package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
  private final TargetResult passed = Results.of("passes", null);
  private final TargetResult failed = Results.of("fails", null, Results.finding(true));
  private final TargetResult flaky = Results.of("flaky", null, Results.finding(false));
  private final TargetResult broken = Results.of("broken", "No worker starts.");

  @Test
  void succeedsWithoutFindingsOrWithFlakyOnes() {
    assertThatCode(() -> end(false, passed, flaky)).doesNotThrowAnyException();
  }

  @Test
  void failsForFindings() {
    assertThatThrownBy(() -> end(false, passed, failed))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "Fuzzing found 1 failure in com.example.SomeFuzzTest#fails;"
                + " the inputs and how to reproduce them are above and in reports");
  }

  @Test
  void succeedsWithFindingsThatAreIgnored() {
    assertThatCode(() -> end(true, failed)).doesNotThrowAnyException();
  }

  @Test
  void breaksWhenATargetCouldNotBeRun() {
    assertThatThrownBy(() -> end(true, passed, broken))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("1 target could not be run, see above: com.example.SomeFuzzTest#broken");
  }

  @Test
  void tellsOfFindingsTooWhenATargetCouldNotBeRun() {
    assertThatThrownBy(() -> end(false, broken, passed, failed))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage(
            "1 target could not be run, see above: com.example.SomeFuzzTest#broken;"
                + " and 1 failure in com.example.SomeFuzzTest#fails");
  }

  @Test
  void countsACauseOfSeveralTargetsOnce() {
    Finding finding = Results.finding(true);
    TargetResult other =
        Results.of(
            "failsToo",
            null,
            new Finding(
                Results.target("failsToo"),
                finding.failure(),
                finding.kept(),
                true,
                finding.evidence()));

    assertThatThrownBy(() -> end(false, failed, other))
        .hasMessageStartingWith(
            "Fuzzing found 2 failures of 1 cause in com.example.SomeFuzzTest#fails,"
                + " com.example.SomeFuzzTest#failsToo;");
  }

  private static void end(boolean ignoreFindings, TargetResult... results) throws Exception {
    new RunSummary(
            List.of(results), results.length, false, Path.of("reports"), Path.of("results.json"))
        .end(ignoreFindings, new SystemStreamLog());
  }
}
