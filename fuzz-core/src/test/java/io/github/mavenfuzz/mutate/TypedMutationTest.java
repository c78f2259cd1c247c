package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.RandomTypes;
import io.github.mavenfuzz.type.ValueType;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for random shapes: bounds, replay, and that something happens. */
class TypedMutationTest {
  private static final int MAX_LENGTH = 2000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mutationsStayWithinTheBounds(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      InputShape shape = shape(random);
      InputCodec codec = new InputCodec(shape);
      Mutator mutator = new Mutator(new PcgRandom(i, seed));
      MutableInput input = new MutableInput(shape, MAX_LENGTH);
      for (int k = 0; k < 100; k++) {
        mutator.mutate(input);
        // the codec refuses what is out of its bounds
        List<Object> decoded = codec.decode(codec.encode(input.values()));
        assertThat(codec.encode(decoded)).isEqualTo(codec.encode(input.values()));
      }
      assertThat(input.largestWeight()).as("%s", shape).isLessThanOrEqualTo(MAX_LENGTH);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void replayGivesEqualValues(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      InputShape shape = shape(random);
      InputCodec codec = new InputCodec(shape);
      List<Object> values = shape.types().stream().map(t -> RandomValues.next(t, random)).toList();
      byte[] file = codec.encode(values);
      MutableInput original = new MutableInput(shape, MAX_LENGTH);
      original.load(codec.decode(file));
      MutableInput worker = new MutableInput(shape, MAX_LENGTH);
      PcgRandom numbers = new PcgRandom(i, seed);
      Mutator mutator = new Mutator(numbers);
      for (int chain = 0; chain < 20; chain++) {
        worker.copyFrom(original);
        PcgRandom restored = new PcgRandom(0, 0);
        restored.restore(numbers.state(), numbers.increment());
        MutableInput coordinator = new MutableInput(shape, MAX_LENGTH);
        coordinator.load(codec.decode(file));
        Mutator replayed = new Mutator(restored);
        for (int k = 0; k < Mutator.CHAIN_LENGTH; k++) {
          mutator.mutate(worker);
          replayed.mutate(coordinator);
          assertThat(codec.encode(coordinator.values())).isEqualTo(codec.encode(worker.values()));
        }
      }
    }
  }

  private static InputShape shape(Random random) {
    return new InputShape(
        Stream.<ValueType>generate(() -> RandomTypes.next(3, random))
            .limit(1 + random.nextInt(3))
            .toList());
  }
}
