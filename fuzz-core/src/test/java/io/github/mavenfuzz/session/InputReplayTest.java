package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
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
    InputCodec codec = new InputCodec(shape);
    Dictionary dictionary = seed % 2 == 0 ? Dictionary.EMPTY : WORDS;
    InputReplay replay = new InputReplay(shape, MAX_LENGTH, dictionary);
    try (SharedMemory coordinator = SharedMemory.create(directory.resolve("memory"), 1 << 16)) {
      SharedMemory worker = SharedMemory.open(coordinator.file());
      for (int i = 0; i < 2000; i++) {
        byte[] value =
            codec.encode(
                shape.types().stream()
                    .map(t -> RandomValues.next(((LeafType) t).kind(), random))
                    .toList());
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
    InputCodec codec = new InputCodec(shape);
    MutableInput original = new MutableInput(shape, MAX_LENGTH);
    MutableInput current = new MutableInput(shape, MAX_LENGTH);
    PcgRandom numbers = new PcgRandom(random.nextLong(), random.nextLong());
    Mutator mutator = new Mutator(numbers, dictionary);
    original.load(codec.decode(memory.value()));
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
    return codec.encode(current.values());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void putsABareArgumentBackInItsPlace(long seed) throws Exception {
    Random random = new Random(seed);
    InputShape shape = shape(random);
    InputCodec codec = new InputCodec(shape);
    InputReplay replay = new InputReplay(shape, MAX_LENGTH, Dictionary.EMPTY);
    for (int i = 0; i < 500; i++) {
      List<Object> values =
          shape.types().stream()
              .map(t -> RandomValues.next(((LeafType) t).kind(), random))
              .toList();
      byte[] value = codec.encode(values);
      int index = random.nextInt(shape.size());
      MutableInput changed = new MutableInput(shape, MAX_LENGTH);
      changed.load(codec.decode(value));
      new Mutator(new PcgRandom(i, seed)).mutate(changed);
      MutableInput expected = new MutableInput(shape, MAX_LENGTH);
      expected.load(codec.decode(value));
      expected.loadRaw(index, changed.raw(index));

      byte[] rebuilt = replay.withRaw(value, index, changed.raw(index));

      assertThat(rebuilt).isEqualTo(codec.encode(expected.values()));
    }
  }

  @Test
  void theValueItselfIsWhatRanBeforeAnyMutation() throws Exception {
    InputShape shape = InputShape.of(LeafKind.INT, LeafKind.STRING);
    byte[] value = new InputCodec(shape).encode(List.of(42, "x"));
    try (SharedMemory memory = SharedMemory.create(directory.resolve("memory"), 100)) {
      PcgRandom random = new PcgRandom(1, 2);
      memory.beginChain(random.state(), random.increment());
      memory.beginRun(1, 0);

      assertThat(new InputReplay(shape, MAX_LENGTH, Dictionary.EMPTY).lastInput(value, memory))
          .isEqualTo(value);
    }
  }

  @Test
  void whatAUserHasWrittenIsKnownAgainAsAWorkerWritesIt() throws Exception {
    InputShape shape = InputShape.of(LeafKind.INT, LeafKind.STRING);
    byte[] value = new InputCodec(shape).encode(List.of(42, "x"));

    assertThat(
            new InputReplay(shape, MAX_LENGTH, Dictionary.EMPTY)
                .written("[ 42,\n\"x\"]".getBytes(UTF_8)))
        .isEqualTo(value);
  }

  private static InputShape shape(Random random) {
    LeafKind[] types = LeafKind.values();
    return InputShape.of(
        IntStream.range(0, 1 + random.nextInt(5))
            .mapToObj(i -> types[random.nextInt(types.length)])
            .toArray(LeafKind[]::new));
  }
}
