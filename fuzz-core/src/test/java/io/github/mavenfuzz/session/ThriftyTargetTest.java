package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Thrifty;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs of targets whose throwables were made by earlier runs, which went without stacks. */
@Timeout(value = 3, unit = MINUTES)
class ThriftyTargetTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "needsABrokenClass, NumberFormatException at T$Broken.<clinit>+0 < T.needsABrokenClass, 2",
    "throwsAConstant, IllegalStateException at T$Constants.<clinit>+0 < T.throwsAConstant, 2",
    "throwsWhatItHasThrownBefore, IllegalStateException at T.throwsWhatItHasThrownBefore+1, 4",
    "throwsWithoutAStack, T$Lean, 2",
  })
  void isTheSameFindingInEveryJvm(String method, String signature, int jvms) throws Exception {
    TestRuns runs = new TestRuns(directory);

    TargetResult result =
        runs.executions(5_000).run(TestRuns.target(Thrifty.class, method, LeafKind.BYTES));

    List<Finding> findings = result.findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).failure().signature().toString().replace("java.lang.", ""))
        .isEqualTo(signature.replaceAll("\\bT\\b", Thrifty.class.getName()));
    assertThat(findings.get(0).reproduced()).isTrue();
    assertThat(runs.warnings()).isEmpty();
    assertThat(directory.resolve("processes")).as("no JVM is in doubt").content().hasSize(jvms);
  }
}
