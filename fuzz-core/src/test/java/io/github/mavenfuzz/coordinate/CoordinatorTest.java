package io.github.mavenfuzz.coordinate;

import static io.github.mavenfuzz.coordinate.TestRuns.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.ParameterType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs in real worker JVMs. */
class CoordinatorTest {
  @TempDir Path directory;

  @Test
  void reachesTenBranchesByCoverage() throws Exception {
    FuzzTarget target = target("tenBranches", ParameterType.BYTES);

    TargetResult result =
        new TestRuns(directory).duration(Duration.ofSeconds(5)).workers(2).run(target);

    System.out.println(result);
    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.statistics().newEntries()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void findsAndMinimisesAFailure() throws Exception {
    FuzzTarget target = target("word", ParameterType.STRING);

    TargetResult result = new TestRuns(directory).failFast().run(target);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).hasSize(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.failure().exception()).isEqualTo("java.lang.IllegalStateException");
    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.crasher()).hasContent("bug");
    assertThat(Files.list(directory.resolve("seeds").resolve(target.relativeDirectory())))
        .containsExactly(finding.crasher());
  }

  @Test
  void exits() throws Exception {
    FuzzTarget target = target("exits", ParameterType.BYTES);
    TargetResult result = new TestRuns(directory).failFast().run(target);
    System.out.println(result);
    assertThat(result.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.failure().kind()).isEqualTo(FailureKind.EXIT));
  }
}
