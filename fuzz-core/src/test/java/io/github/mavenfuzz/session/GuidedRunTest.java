package io.github.mavenfuzz.session;

import static io.github.mavenfuzz.session.TestRuns.target;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Guided;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs, in real worker JVMs, of targets that call the helpers of Jazzer's API. */
@Timeout(value = 3, unit = MINUTES)
class GuidedRunTest {
  private static final long EXECUTIONS = 2_000_000;

  @TempDir Path directory;

  private TargetResult run(String method, long executions) throws Exception {
    return new TestRuns(directory)
        .executions(executions)
        .maxFindings(1)
        .run(target(Guided.class, method, LeafKind.BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"equality", "equalBytes", "containment", "states", "maximum", "minimum"})
  void whatATargetTellsLeadsToTheFailure(String method) throws Exception {
    List<Finding> findings = run(method, EXECUTIONS).findings();

    assertThat(findings).extracting(f -> f.failure().message()).containsExactly("found");
  }

  @Test
  void withoutThatItIsNotFound() throws Exception {
    TargetResult result = run("unguided", EXECUTIONS);

    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().runs()).isEqualTo(EXECUTIONS);
  }

  @Test
  void aReportedFindingCountsThoughTheTargetSwallowsIt() throws Exception {
    List<Finding> findings = run("reports", EXECUTIONS).findings();

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).failure().message()).isEqualTo("letter");
    assertThat(findings.get(0).failure().severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void theOtherHelpersMayBeCalled() throws Exception {
    TargetResult result = run("helpers", 1000);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
  }
}
