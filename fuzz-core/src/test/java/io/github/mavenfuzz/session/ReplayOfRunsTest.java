package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Counted;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.InputForms;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.worker.ObservedRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whenever a worker JVM is killed, what the coordinator rebuilds is what the target got: for random
 * values, seeds, hints, dictionaries and counts, looked at in every run of the real loop and the
 * real minimiser.
 */
class ReplayOfRunsTest {
  private static final int VALUES = 40;
  private static final int MOST_RUNS = 100;
  private static final int MOST_PARENTS = 6;
  private static final List<String> WORDS = List.of("SELECT", "\u00ff\u0000", "w", "12345");

  @TempDir Path directory;

  /** Of the methods of {@code Recorded}. */
  static Stream<InputShape> shapes() {
    return Stream.of(
        InputShape.of(LeafKind.BYTES),
        InputShape.of(LeafKind.STRING),
        InputShape.of(LeafKind.INT, LeafKind.STRING),
        InputShape.of(LeafKind.BYTES, LeafKind.BYTES),
        InputShape.of(LeafKind.LONG, LeafKind.DOUBLE, LeafKind.BYTES),
        InputShape.of(
            LeafKind.BOOLEAN, LeafKind.CHAR, LeafKind.STRING, LeafKind.SHORT, LeafKind.FLOAT));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyVariationIsRebuilt(InputShape shape) throws Exception {
    Random random = new Random(shape.hashCode());
    InputCodec codec = new InputCodec(shape);
    InputForms forms = new InputForms(shape);
    for (int i = 0; i < VALUES; i++) {
      List<byte[]> values = new ArrayList<>();
      List<Integer> weights = new ArrayList<>();
      for (int k = random.nextInt(MOST_PARENTS); k >= 0; k--) {
        values.add(forms.toMemory(value(shape, codec, random)));
        weights.add(1 + random.nextInt(5));
      }
      PassedInputs passed =
          new PassedInputs(values, material(values.size(), random), 0, new byte[0]);
      List<byte[]> got = new ArrayList<>();
      List<byte[]> rebuilt = new ArrayList<>();
      Set<Long> parents = new HashSet<>();
      int count = 1 + random.nextInt(MOST_RUNS);
      try (ObservedRuns runs = new ObservedRuns(directory, shape, values)) {
        InputReplay replay = new InputReplay(shape, runs.maxLength());
        PcgRandom numbers = new PcgRandom(random.nextLong(), random.nextLong());
        runs.fuzz(
            numbers,
            weights,
            passed.material().hints(),
            passed.material().words(),
            new Call.Slice(0, count, passed.material().growth()),
            (memory, arguments) -> {
              got.add(codec.encode(arguments));
              rebuilt.add(toFile(forms, replay.lastInput(passed, memory)));
              parents.add(memory.index());
            });
      }
      assertThat(got).hasSize(count);
      assertSame(rebuilt, got);
      assertThat(count < MOST_RUNS / 2 || values.size() < 3 || parents.size() > 1).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyInputOfAMinimisationIsRebuilt(InputShape shape) throws Exception {
    Random random = new Random(shape.hashCode());
    InputCodec codec = new InputCodec(shape);
    InputForms forms = new InputForms(shape);
    for (int i = 0; i < VALUES; i++) {
      byte[] value = value(shape, codec, random);
      List<byte[]> got = new ArrayList<>();
      List<byte[]> rebuilt = new ArrayList<>();
      try (ObservedRuns runs = new ObservedRuns(directory, shape, List.of(forms.toMemory(value)))) {
        BiConsumer<SharedMemory, List<Object>> observer =
            (memory, arguments) -> {
              byte[] input = codec.encode(arguments);
              got.add(input);
              rebuilt.add(toFile(forms, memory.value()));
              // Which of the smaller inputs are kept is as good as random.
              if (Arrays.equals(input, value) || Arrays.hashCode(input) % 3 != 0) {
                Counted.hit(ObservedRuns.PROBE);
              }
            };
        runs.minimize(MOST_RUNS, observer);
      }
      assertThat(got).isNotEmpty();
      assertSame(rebuilt, got);
    }
  }

  private static byte[] toFile(InputForms forms, byte[] memory) {
    try {
      return forms.toFile(memory);
    } catch (MalformedInputException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertSame(List<byte[]> rebuilt, List<byte[]> got) {
    assertThat(IntStream.range(0, got.size()))
        .allSatisfy(i -> assertThat(rebuilt.get(i)).as("run " + i).isEqualTo(got.get(i)));
  }

  private static byte[] value(InputShape shape, InputCodec codec, Random random) {
    return codec.encode(
        shape.types().stream().map(t -> RandomValues.next(((LeafType) t).kind(), random)).toList());
  }

  /** Half of the inputs have hints, some of which fit nowhere. */
  private static PassedInputs.Material material(int inputs, Random random) {
    List<List<Hint>> hints = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      List<Hint> ofOne = new ArrayList<>();
      for (int k = random.nextBoolean() ? 4 : 0; k > 0; k--) {
        byte[] content = new byte[random.nextInt(5)];
        random.nextBytes(content);
        int from = random.nextInt(4);
        ofOne.add(
            Hint.of(
                random.nextInt(3) == 0
                    ? Hint.Edit.whole(random.nextInt(3), content)
                    : new Hint.Edit(random.nextInt(3), from, from + random.nextInt(3), content)));
      }
      hints.add(ofOne);
    }
    return new PassedInputs.Material(dictionary(random), hints, 1 + random.nextInt(40));
  }

  private static Dictionary dictionary(Random random) {
    return random.nextBoolean()
        ? Dictionary.EMPTY
        : new Dictionary(WORDS.subList(0, 1 + random.nextInt(WORDS.size())));
  }
}
