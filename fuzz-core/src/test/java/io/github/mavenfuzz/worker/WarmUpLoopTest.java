package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmUpLoopTest {
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2, 2};
  private static final byte[] NONE = {};

  @TempDir Path directory;
  private WorkerFixture fixture;
  private SharedMemory memory;
  private WarmUpLoop loop;

  @BeforeEach
  void prepare() throws Exception {
    fixture = WorkerFixture.of(directory);
    memory = fixture.coordinator();
    loop = new WarmUpLoop(fixture.parts());
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @Test
  void everyInputIsRunTwiceAsItIsAndInOrder() throws Exception {
    Counted.runs(data -> {});

    Response.WarmedUp response = loop.run(warmUp(2, 1000, ONE, NONE, TWO));

    assertThat(response.passed()).hasSize(3);
    assertThat(response.outcome().failed()).isNull();
    assertThat(Counted.inputs()).containsExactly(ONE, ONE, NONE, NONE, TWO, TWO);
    assertThat(memory.count()).isEqualTo(6);
    assertThat(memory.index()).isEqualTo(2);
    assertThat(memory.chain()).isZero();
  }

  @Test
  void itTellsWhatEachInputHasReachedWhetherNewOrNot() throws Exception {
    Counted.runs(
        data -> {
          hit(0, 1);
          hit(data.length, 3);
        });

    List<Response.Reached> passed = loop.run(warmUp(2, 1000, ONE, TWO)).passed();

    assertThat(passed)
        .extracting(one -> one.bits().probes())
        .containsExactly(List.of(0, 1), List.of(0, 2));
    assertThat(passed.get(0).bits().bits()).containsExactly(1, 2);
    assertThat(passed).allMatch(one -> one.nanos() > 0);
  }

  @Test
  void coverageOfOneCallIsNotThatOfTheNext() throws Exception {
    Counted.runs(data -> hit(data.length, 3));
    loop.run(warmUp(2, 1000, ONE));

    assertThat(probes(loop.run(warmUp(2, 1000, TWO)))).containsExactly(2);
  }

  @Test
  void onlyWhatTheSecondRunRepeatsCounts() throws Exception {
    Counted.runs(data -> hit(Counted.inputs().size(), 1));

    assertThat(probes(loop.run(warmUp(2, 1000, ONE)))).isEmpty();
  }

  @Test
  void aSingleRunTellsNothingOfCoverage() throws Exception {
    Counted.runs(data -> hit(1, 1));

    assertThat(probes(loop.run(warmUp(1, 1000, ONE)))).isEmpty();
    assertThat(memory.count()).isEqualTo(1);
  }

  @Test
  void itEndsAtTheFirstFailureOfEitherRunAndKeepsWhatHasPassed() throws Exception {
    Counted.runs(
        data -> {
          hit(data.length, 1);
          failIf(Counted.inputs().size() == 4);
        });

    Response.WarmedUp response = loop.run(warmUp(2, 1000, ONE, TWO, NONE));

    assertThat(response.passed()).hasSize(1);
    assertThat(response.outcome().failed().failure().message()).isEqualTo("failed");
    assertThat(fixture.plain(response.outcome().failed().input())).containsExactly(TWO);
    assertThat(Counted.inputs()).containsExactly(ONE, ONE, TWO, TWO);
    assertThat(memory.index()).isEqualTo(1);
    assertThat(probes(response)).containsExactly(1);
  }

  @Test
  void whenTheFirstFailsThereIsNoCoverage() throws Exception {
    Counted.runs(data -> failIf(true));

    Response.WarmedUp response = loop.run(warmUp(2, 1000, ONE, TWO));

    assertThat(response.passed()).isEmpty();
    assertThat(response.outcome().failed()).isNotNull();
    assertThat(memory.index()).isZero();
  }

  @Test
  void noInputBeginsOnceTheTimeIsUpButOneAlwaysRuns() throws Exception {
    Counted.runs(data -> {});

    loop.run(warmUp(2, 0, ONE, TWO));

    assertThat(Counted.inputs()).containsExactly(ONE, ONE);
    assertThat(memory.index()).isZero();
  }

  @Test
  void whileAnInputRunsTheMemorySaysWhichItIs() throws Exception {
    Counted.runs(data -> assertThat(memory.index()).isEqualTo(data[0] - 1));

    assertThat(loop.run(warmUp(2, 1000, ONE, TWO)).outcome().failed()).isNull();
  }

  private Call.WarmUp warmUp(int runs, long millis, byte[]... inputs) {
    return new Call.WarmUp(
        fixture.passAll(Stream.of(inputs).map(input -> fixture.form(input)).toList()),
        runs,
        millis);
  }

  /** Of the only input that has passed. */
  private static List<Integer> probes(Response.WarmedUp response) {
    assertThat(response.passed()).hasSize(1);
    return response.passed().get(0).bits().probes();
  }

  private static void hit(int probe, int times) {
    for (int i = 0; i < times; i++) {
      Counted.hit(probe);
    }
  }

  private static void failIf(boolean condition) {
    if (condition) {
      throw new IllegalStateException("failed");
    }
  }
}
