package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.InputForms;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputReplayTest {
  private static final int MAX_LENGTH = 50;
  private static final Dictionary WORDS = new Dictionary(List.of("SELECT", "\u00ff\u0000", "w"));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rebuildsWhatAWorkerMade(long seed) throws Exception {
    Random random = new Random(seed);
    InputShape shape = shape(random);
    Dictionary dictionary = seed % 2 == 0 ? Dictionary.EMPTY : WORDS;
    InputReplay replay = new InputReplay(shape, MAX_LENGTH, dictionary);
    try (SharedMemory coordinator = SharedMemory.create(directory.resolve("memory"))) {
      SharedMemory worker = SharedMemory.open(coordinator.file());
      for (int i = 0; i < 2000; i++) {
        MutableInput input = new MutableInput(shape, MAX_LENGTH);
        input.load(
            shape.types().stream()
                .map(t -> RandomValues.next(((LeafType) t).kind(), random))
                .toList());
        byte[] value = input.toMemory();
        coordinator.setValue(value);

        byte[] last = work(worker, shape, dictionary, random);

        assertThat(replay.lastInput(value, coordinator)).isEqualTo(last);
      }
    }
  }

  /** As the loop of a worker JVM does it: chains of mutations, of which the last may be cut. */
  private static byte[] work(
      SharedMemory memory, InputShape shape, Dictionary dictionary, Random random)
      throws Exception {
    MutableInput original = new MutableInput(shape, MAX_LENGTH);
    MutableInput current = new MutableInput(shape, MAX_LENGTH);
    PcgRandom numbers = new PcgRandom(random.nextLong(), random.nextLong());
    Mutator mutator = new Mutator(numbers);
    mutator.begin(Vocabulary.of(dictionary));
    original.read(memory.value());
    int chains = 1 + random.nextInt(3);
    int count = 0;
    for (int chain = 0; chain < chains; chain++) {
      current.copyFrom(original);
      memory.beginChain(numbers.state(), numbers.increment());
      int length = chain < chains - 1 ? Mutator.CHAIN_LENGTH : random.nextInt(6);
      for (int step = 1; step <= length; step++) {
        mutator.mutate(current);
        memory.beginRun(++count, step);
      }
    }
    return current.toMemory();
  }

  @Test
  void theValueItselfIsWhatRanBeforeAnyMutation() throws Exception {
    InputShape shape = InputShape.of(LeafKind.INT, LeafKind.STRING);
    byte[] value = new InputForms(shape).toMemory("[42, \"x\"]".getBytes(UTF_8));
    try (SharedMemory memory = SharedMemory.create(directory.resolve("memory"))) {
      PcgRandom random = new PcgRandom(1, 2);
      memory.beginChain(random.state(), random.increment());
      memory.beginRun(1, 0);

      assertThat(new InputReplay(shape, MAX_LENGTH, Dictionary.EMPTY).lastInput(value, memory))
          .isEqualTo(value);
    }
  }

  private static InputShape shape(Random random) {
    LeafKind[] types = LeafKind.values();
    return InputShape.of(
        IntStream.range(0, 1 + random.nextInt(5))
            .mapToObj(i -> types[random.nextInt(types.length)])
            .toArray(LeafKind[]::new));
  }
}
