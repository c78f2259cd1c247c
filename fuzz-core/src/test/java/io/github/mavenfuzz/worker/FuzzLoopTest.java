package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.file.Path;
import java.util.Arrays;
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
    memory.beginChain(0, random.state(), random.increment());
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

    Response.Fuzzed response = loop.run(fuzz(limit, List.of()));

    assertNothing(response);
    assertThat(memory.count()).isEqualTo(limit);
    assertThat(Counted.inputs()).hasSize((int) limit);
  }

  @Test
  void endsWithItsSlice() throws Exception {
    Counted.runs(data -> {});

    Response.Fuzzed response = loop.run(call(new Call.Slice(20, 0), 0, List.of()));

    assertNothing(response);
    assertThat(memory.count()).isPositive();
  }

  @Test
  void leavesTheValueInTheSharedMemoryAsItIs() throws Exception {
    Counted.runs(data -> {});

    loop.run(fuzz(100, List.of()));

    assertThat(fixture.left()).containsExactly(VALUE);
  }

  @Test
  void bringsHomeInputsWithNewCoverageThatRepeats() throws Exception {
    Counted.runs(data -> hit(data.length > 20 ? 3 : data.length > 10 ? 4 : 2, 1));
    byte[] mask = {0, 0, 1};
    memory.writeCoverage(mask, mask.length);

    Response.Fuzzed response = loop.run(call(new Call.Slice(0, 20_000), 3, List.of()));

    List<byte[]> inputs = Counted.inputs();
    assertThat(response.found()).hasSize(2);
    assertThat(response.found())
        .allSatisfy(
            found -> {
              byte[] input = (byte[]) fixture.plain(found.input()).get(0);
              assertThat(inputs.stream().filter(i -> Arrays.equals(i, input)).count())
                  .isGreaterThanOrEqualTo(2);
              assertThat(found.parent()).isZero();
              assertThat(found.reached().nanos()).isPositive();
              assertThat(found.reached().bits().probes())
                  .containsExactly(input.length > 20 ? 3 : 4);
              assertThat(found.reached().bits().bits()).containsExactly(1);
            });
    assertThat(memory.found()).containsExactlyElementsOf(forms(response));
    assertThat(response.turns()).extracting(Response.Turn::runs).containsExactly(memory.count());
  }

  private static List<byte[]> forms(Response.Fuzzed response) {
    return response.found().stream().map(Response.Found::input).toList();
  }

  @Test
  void whatItFindsLeadsFurtherInTheSameCall() throws Exception {
    Counted.runs(data -> hit(data.length / 8, 1));

    Response.Fuzzed response = loop.run(fuzz(20_000, List.of()));

    assertThat(response.found()).hasSizeGreaterThan(9);
    assertThat(response.turns()).extracting(Response.Turn::runs).containsExactly(20_000L);
    assertThat(response.found()).allMatch(found -> found.parent() == 0);
  }

  @Test
  void goesOnAfterAnInputWithNewCoverage() throws Exception {
    Counted.runs(data -> hit(data.length > 5 ? 3 : 2, 1));

    Response.Fuzzed response = loop.run(fuzz(1000, List.of()));

    assertThat(response.found()).hasSize(2);
    assertThat(memory.count()).isEqualTo(1000);
  }

  @Test
  void drawsParentsAsOftenAsTheirWeightsSayAndCountsTheirRuns() throws Exception {
    Counted.runs(data -> failIf(data.length > 40));
    byte[] small = {1};
    byte[] large = new byte[60];
    Call.Parents parents =
        new Call.Parents(
            fixture.passAll(List.of(fixture.form(small), fixture.form(large), fixture.form(small))),
            List.of(1, 2, 5));
    Signature signature = signatureOf(new byte[41]);

    Response.Fuzzed response =
        loop.run(
            new Call.Fuzz(
                parents,
                List.of(),
                new Call.Slice(0, 8_000),
                0,
                List.of(KnownCause.closed(signature))));

    List<Response.Turn> turns = response.turns();
    assertThat(turns.stream().mapToLong(Response.Turn::runs).sum()).isEqualTo(8_000);
    assertThat(turns.get(0).runs()).isBetween(700L, 1300L);
    assertThat(turns.get(2).runs()).isBetween(4_500L, 5_500L);
    assertThat(turns.get(1).failures()).isGreaterThan(turns.get(1).runs() / 2);
    assertThat(turns.get(0).failures()).isLessThan(100);
  }

  private Signature signatureOf(byte[] data) {
    MutableInput input = fixture.parts().newInput();
    input.load(List.of(data));
    Signature signature = fixture.parts().runs().run(input, 0).signature();
    memory.setCount(0);
    return signature;
  }

  @Test
  void creditsNoCoverageThatDoesNotRepeatAndAsksForItOnlyOnce() throws Exception {
    AtomicInteger flaky = new AtomicInteger();
    Counted.runs(data -> hit(5, flaky.getAndIncrement() == 3 ? 1 : 0));

    Response.Fuzzed response = loop.run(fuzz(100, List.of()));

    assertThat(response.found()).isEmpty();
    assertThat(memory.count()).isEqualTo(100);
  }

  @Test
  void neverExceedsItsLimitToConfirmCoverage() throws Exception {
    Counted.runs(data -> hit(1, 1));

    assertThat(loop.run(fuzz(1, List.of())).found()).isEmpty();

    assertThat(memory.count()).isEqualTo(1);
  }

  @Test
  void returnsAtAFailureThatNobodyKnows() throws Exception {
    Counted.runs(data -> failIf(data.length > 5));

    Response.Fuzzed response = loop.run(fuzz(100_000, List.of()));

    assertThat(response.found()).isEmpty();
    Response.Failed failed = response.outcome().failed();
    assertThat(failed.failure().exception()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failed.late()).isFalse();
    assertThat(lastInput()).hasSizeGreaterThan(5);
    assertThat(fixture.plain(failed.input())).containsExactly(lastInput());
  }

  @Test
  void passesOverAFailureThatIsKnown() throws Exception {
    Counted.runs(data -> failIf(data.length > 5));
    Signature signature =
        loop.run(fuzz(100_000, List.of())).outcome().failed().failure().signature();
    memory.setCount(0);

    Response.Fuzzed response =
        loop.run(fuzz(500, List.of(Failures.open("another"), KnownCause.closed(signature))));

    assertNothing(response);
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

    Response.Fuzzed response = loop.run(fuzz(300, List.of()));

    assertThat(response.outcome().failed()).isNull();
    assertThat(memory.count()).isEqualTo(300);
  }

  /** As the coordinator does it. */
  private byte[] lastInput() {
    PcgRandom random = new PcgRandom(0, 0);
    random.restore(memory.randomState(), memory.randomIncrement());
    MutableInput input = fixture.parts().newInput();
    input.load(fixture.left());
    Mutator mutator = new Mutator(random);
    MutableInput donor = fixture.parts().newInput();
    donor.load(fixture.left());
    mutator.begin(new Vocabulary(Dictionary.EMPTY, List.of(donor)));
    for (int i = 0; i < memory.chain(); i++) {
      mutator.mutate(input);
    }
    return (byte[]) input.arguments()[0];
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

  private static void assertNothing(Response.Fuzzed response) {
    assertThat(response.found()).isEmpty();
    assertThat(response.outcome().failed()).isNull();
    assertThat(response.outcome().ending()).isFalse();
  }

  private Call.Fuzz fuzz(long limit, List<KnownCause> known) {
    return call(new Call.Slice(0, limit), 0, known);
  }

  private Call.Fuzz call(Call.Slice slice, int maskLength, List<KnownCause> known) {
    Call.Parents parents = new Call.Parents(List.of(fixture.form(VALUE).length), List.of(1));
    return new Call.Fuzz(parents, List.of(), slice, maskLength, known);
  }
}
