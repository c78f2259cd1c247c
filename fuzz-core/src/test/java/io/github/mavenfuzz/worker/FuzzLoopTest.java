package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzLoopTest {
  private static final byte[] VALUE = {1, 2, 3};

  @TempDir Path directory;
  private WorkerFixture fixture;
  private SharedMemory memory;
  private FuzzLoop loop;

  @BeforeEach
  void prepare() throws Exception {
    fixture = WorkerFixture.of(directory);
    memory = fixture.coordinator();
    fixture.pass(VALUE);
    PcgRandom random = new PcgRandom(7, 1);
    memory.beginChain(random.state(), random.increment());
    loop = new FuzzLoop(fixture.parts());
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 5, 6, 1000})
  void makesExactlyAsManyRunsAsItMay(long limit) throws Exception {
    Counted.runs(data -> {});

    FuzzLoop.Outcome outcome = loop.run(fuzz(limit, List.of()));

    assertThat(outcome).isEqualTo(FuzzLoop.Outcome.NOTHING);
    assertThat(memory.count()).isEqualTo(limit);
    assertThat(Counted.inputs()).hasSize((int) limit);
  }

  @Test
  void endsWithItsSlice() throws Exception {
    Counted.runs(data -> {});

    FuzzLoop.Outcome outcome = loop.run(new Call.Fuzz(20, 0, 0, List.of()));

    assertThat(outcome).isEqualTo(FuzzLoop.Outcome.NOTHING);
    assertThat(memory.count()).isPositive();
  }

  @Test
  void leavesTheValueInTheSharedMemoryAsItIs() throws Exception {
    Counted.runs(data -> {});

    loop.run(fuzz(100, List.of()));

    assertThat(fixture.left()).containsExactly(VALUE);
  }

  @Test
  void returnsAtTheFirstInputWithNewCoverageThatRepeats() throws Exception {
    Counted.runs(data -> hit(data.length > 20 ? 3 : 2, 1));
    byte[] mask = {0, 0, 1};
    memory.writeCoverage(mask, mask.length);

    FuzzLoop.Outcome outcome = loop.run(new Call.Fuzz(0, 100_000, 3, List.of()));

    List<byte[]> inputs = Counted.inputs();
    assertThat(outcome.interesting()).isTrue();
    assertThat(inputs.get(inputs.size() - 1)).hasSizeGreaterThan(20);
    assertThat(inputs.get(inputs.size() - 2)).isEqualTo(inputs.get(inputs.size() - 1));
    assertThat(inputs.subList(0, inputs.size() - 2))
        .allSatisfy(i -> assertThat(i).hasSizeLessThanOrEqualTo(20));
    assertThat(keptBits()).startsWith(0, 0, 0, 1, 0);
    assertThat(lastInput()).isEqualTo(inputs.get(inputs.size() - 1));
  }

  @Test
  void creditsNoCoverageThatDoesNotRepeatAndAsksForItOnlyOnce() throws Exception {
    AtomicInteger flaky = new AtomicInteger();
    Counted.runs(data -> hit(5, flaky.getAndIncrement() == 3 ? 1 : 0));

    FuzzLoop.Outcome outcome = loop.run(fuzz(100, List.of()));

    assertThat(outcome.interesting()).isFalse();
    assertThat(memory.count()).isEqualTo(100);
  }

  @Test
  void neverExceedsItsLimitToConfirmCoverage() throws Exception {
    Counted.runs(data -> hit(1, 1));

    assertThat(loop.run(fuzz(1, List.of())).interesting()).isFalse();

    assertThat(memory.count()).isEqualTo(1);
  }

  @Test
  void returnsAtAFailureThatNobodyKnows() throws Exception {
    Counted.runs(data -> failIf(data.length > 5));

    FuzzLoop.Outcome outcome = loop.run(fuzz(100_000, List.of()));

    assertThat(outcome.interesting()).isFalse();
    assertThat(outcome.failure().describe().exception())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(lastInput()).hasSizeGreaterThan(5);
    assertThat(loop.current().arguments()[0]).isEqualTo(lastInput());
  }

  @Test
  void passesOverAFailureThatIsKnown() throws Exception {
    Counted.runs(data -> failIf(data.length > 5));
    Signature signature = loop.run(fuzz(100_000, List.of())).failure().signature();
    memory.setCount(0);

    FuzzLoop.Outcome outcome =
        loop.run(fuzz(500, List.of(Failures.open("another"), KnownCause.closed(signature))));

    assertThat(outcome).isEqualTo(FuzzLoop.Outcome.NOTHING);
    assertThat(memory.count()).isEqualTo(500);
  }

  @Test
  void aTargetThatChangesItsInputChangesACopy() throws Exception {
    Counted.runs(data -> java.util.Arrays.fill(data, (byte) 'X'));

    loop.run(fuzz(1, List.of()));

    assertThat(lastInput()).isEqualTo(Counted.inputs().get(0));
  }

  /** Whatever ends the JVM during a run, the header says which input it was. */
  @Test
  void theHeaderDescribesTheInputOfEveryRun() throws Exception {
    Counted.runs(data -> assertThat(lastInput()).isEqualTo(data));

    FuzzLoop.Outcome outcome = loop.run(fuzz(300, List.of()));

    assertThat(outcome.failure()).isNull();
    assertThat(memory.count()).isEqualTo(300);
  }

  /** As the coordinator does it. */
  private byte[] lastInput() {
    PcgRandom random = new PcgRandom(0, 0);
    random.restore(memory.randomState(), memory.randomIncrement());
    MutableInput input = fixture.parts().newInput();
    input.load(fixture.left());
    Mutator mutator = new Mutator(random);
    for (int i = 0; i < memory.chain(); i++) {
      mutator.mutate(input);
    }
    return (byte[]) input.arguments()[0];
  }

  private byte[] keptBits() {
    return fixture.bits(fixture.parts().coverage().write(fixture.parts().memory()));
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

  private static Call.Fuzz fuzz(long limit, List<KnownCause> known) {
    return new Call.Fuzz(0, limit, 0, known);
  }
}
