package io.github.mavenfuzz.session;

import static io.github.mavenfuzz.session.TestRuns.target;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Puzzling;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs, in real worker JVMs, of targets that fail for an input that blocks everything else.
 */
@Timeout(value = 3, unit = MINUTES)
class TracedRunTest {
  @TempDir Path directory;

  private TargetResult run(FuzzTarget target, long executions) throws Exception {
    return new TestRuns(directory).traced().executions(executions).maxFindings(1).run(target);
  }

  static Stream<Arguments> puzzles() {
    return Stream.of(
        Arguments.of(target(Puzzling.class, "textEquality", LeafKind.BYTES), 5_000),
        Arguments.of(target(Puzzling.class, "sparseSwitch", LeafKind.BYTES), 20_000),
        Arguments.of(target(Puzzling.class, "textSwitch", LeafKind.BYTES), 20_000),
        Arguments.of(target(Puzzling.class, "twoOfASet", LeafKind.FUZZED_DATA), 20_000),
        Arguments.of(target(Puzzling.class, "keyAndValue", LeafKind.BYTES), 20_000),
        Arguments.of(target(Puzzling.class, "nameOfAConstant", LeafKind.BYTES), 5_000),
        Arguments.of(target(Puzzling.class, "sixNumbers", LeafKind.FUZZED_DATA), 50_000),
        Arguments.of(target(Puzzling.class, "base64", LeafKind.BYTES), 100_000),
        Arguments.of(target(Puzzling.class, "exclusiveOr", LeafKind.BYTES), 100_000),
        Arguments.of(target(Puzzling.class, "behindItsLength", LeafKind.BYTES), 50_000),
        Arguments.of(target(Puzzling.class, "regex", LeafKind.BYTES), 20_000),
        Arguments.of(target(Puzzling.class, "checksum", LeafKind.BYTES), 1_000_000),
        Arguments.of(
            target(Puzzling.class, "remainderAndMask", LeafKind.INT, LeafKind.INT), 50_000),
        Arguments.of(target(Puzzling.class, "ranges", LeafKind.DOUBLE, LeafKind.FLOAT), 50_000),
        Arguments.of(target(Puzzling.class, "surrogates", LeafKind.STRING), 20_000));
  }

  /** Within so many runs, of which one input in 2^32 or fewer would do. */
  @ParameterizedTest
  @MethodSource("puzzles")
  void whatARunWasComparedWithBecomesTheNextInput(FuzzTarget target, long executions)
      throws Exception {
    List<Finding> findings = run(target, executions).findings();

    assertThat(findings).extracting(f -> f.failure().message()).containsExactly("solved");
  }

  @Test
  void theSameSeedTakesTheSameWay(@TempDir Path other) throws Exception {
    FuzzTarget target = target(Puzzling.class, "keyAndValue", LeafKind.BYTES);

    long first = run(target, 100_000).statistics().runs();
    long second =
        new TestRuns(other)
            .traced()
            .executions(100_000)
            .maxFindings(1)
            .run(target)
            .statistics()
            .runs();

    assertThat(second).isEqualTo(first);
  }

  /** The JVM that traces is of no importance: when it dies, that input has no hints. */
  @Test
  void aTargetThatEndsItsJvmOnlyWhereItIsTracedHasNoFinding() throws Exception {
    TargetResult result =
        run(target(Puzzling.class, "onlyWhereThereAreTraces", LeafKind.BYTES), 20_000);

    assertThat(result.findings()).isEmpty();
    assertThat(result.suspects()).isEmpty();
    assertThat(result.error()).isNull();
    assertThat(result.statistics().runs()).isEqualTo(20_000);
  }
}
