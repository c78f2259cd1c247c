package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ReplayOfRunsTest} looks at every run of the real loop. */
class InputReplayTest {
  private static final InputShape SHAPE = InputShape.of(LeafKind.INT, LeafKind.STRING);
  private static final int MAX_LENGTH = 50;
  private static final Dictionary WORDS = new Dictionary(List.of("SELECT"));

  @TempDir Path directory;
  private final InputReplay replay = new InputReplay(SHAPE, MAX_LENGTH);
  private SharedMemory memory;

  @BeforeEach
  void create() throws Exception {
    memory = SharedMemory.create(directory.resolve("memory"));
  }

  @AfterEach
  void close() throws Exception {
    memory.close();
  }

  @Test
  void anInputItselfIsWhatRanBeforeAnyMutation() {
    List<byte[]> values = List.of(input(42, "x").toMemory(), input(7, "y").toMemory());
    memory.beginChain(1, 5, 7);
    memory.beginRun(1, 0);

    assertThat(replay.lastInput(passed(values), memory)).isEqualTo(values.get(1));
  }

  @Test
  void whatRanIsTheInputAfterItsMutations() {
    PcgRandom random = new PcgRandom(1, 2);
    memory.beginChain(1, random.state(), random.increment());
    memory.beginRun(1, 3);
    MutableInput expected = input(7, "y");
    Mutator mutator = new Mutator(random);
    mutator.begin(
        passed(List.of(input(42, "x").toMemory(), expected.toMemory()))
            .vocabulary(InputReplayTest::read));
    mutator.from(1);
    for (int i = 0; i < 3; i++) {
      mutator.mutate(expected);
    }

    assertThat(
            replay.lastInput(
                passed(List.of(input(42, "x").toMemory(), input(7, "y").toMemory())), memory))
        .isEqualTo(expected.toMemory());
  }

  /** A target may have written what no worker JVM does. */
  @ParameterizedTest
  @CsvSource({
    "2, 7, 1, tells of input 2",
    "-1, 7, 1, tells of input -1",
    "0, 7, 6, tells of 6 mutations",
    "0, 7, -1, tells of -1 mutations",
    "0, 8, 1, tells of no random numbers",
  })
  void nothingIsRebuiltOfAMemoryThatWasOverwritten(
      int index, long increment, int chain, String message) {
    memory.beginChain(index, 5, increment);
    memory.beginRun(1, chain);
    byte[] value = input(42, "x").toMemory();

    assertThatExceptionOfType(UnreadableMemoryException.class)
        .isThrownBy(() -> replay.lastInput(passed(List.of(value, value)), memory))
        .withMessageContaining(message);
  }

  @Test
  void whatRanIsTheInputAfterItsHint() {
    memory.beginHint(1, 1);
    memory.beginRun(1, 0);
    List<byte[]> values = List.of(input(42, "x").toMemory(), input(7, "y").toMemory());

    assertThat(replay.lastInput(passed(values), memory)).isEqualTo(input(7, "yes").toMemory());
  }

  @Test
  void aHintThatThereIsNotIsNotFollowed() {
    memory.beginHint(1, 2);
    memory.beginRun(1, 0);
    byte[] value = input(42, "x").toMemory();

    assertThatExceptionOfType(UnreadableMemoryException.class)
        .isThrownBy(() -> replay.lastInput(passed(List.of(value, value)), memory))
        .withMessageContaining("tells of hint 2");
  }

  private static MutableInput read(byte[] form) {
    MutableInput input = new MutableInput(SHAPE, MAX_LENGTH);
    try {
      input.read(form);
      return input;
    } catch (MalformedInputException e) {
      throw new AssertionError(e);
    }
  }

  private static PassedInputs passed(List<byte[]> values) {
    Hint number = Hint.of(Hint.Edit.whole(0, new byte[] {0, 0, 0, 5}));
    Hint text = Hint.of(new Hint.Edit(1, 1, 1, new byte[] {'e', 's'}));
    List<List<Hint>> hints = List.of(List.of(), List.of(number, text));
    return new PassedInputs(
        values, new PassedInputs.Material(WORDS, hints, MAX_LENGTH), 0, new byte[0]);
  }

  private static MutableInput input(Object... values) {
    MutableInput input = new MutableInput(SHAPE, MAX_LENGTH);
    input.load(List.of(values));
    return input;
  }
}
