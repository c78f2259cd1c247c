package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.type.RandomTypes;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for random shapes and vocabularies: bounds, replay, and that donors stay alike. */
class TypedMutationTest {
  private static final int MAX_LENGTH = 2000;
  private static final Dictionary WORDS = new Dictionary(List.of("SELECT", "\u00ff\u0000", "w"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mutationsStayWithinTheBounds(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      InputShape shape = shape(random);
      InputCodec codec = new InputCodec(shape);
      Mutator mutator = new Mutator(new PcgRandom(i, seed));
      List<byte[]> donors = donors(codec, shape, random);
      mutator.begin(vocabulary(shape, codec, donors, i % 2 == 0));
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
  void theSameValueStateLimitAndVocabularyGiveTheSame(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      InputShape shape = shape(random);
      InputCodec codec = new InputCodec(shape);
      byte[] file = value(codec, shape, random);
      List<byte[]> donors = donors(codec, shape, random);
      int maxLength = i % 3 == 0 ? 10 : MAX_LENGTH;
      MutableInput original = input(shape, codec, file, maxLength);
      MutableInput worker = new MutableInput(shape, maxLength);
      PcgRandom numbers = new PcgRandom(i, seed);
      Mutator mutator = new Mutator(numbers);
      mutator.begin(vocabulary(shape, codec, donors, i % 2 == 0));
      for (int chain = 0; chain < 20; chain++) {
        worker.copyFrom(original);
        mutator.from(chain % 4);
        PcgRandom restored = new PcgRandom(0, 0);
        restored.restore(numbers.state(), numbers.increment());
        MutableInput coordinator = input(shape, codec, file, maxLength);
        Mutator replayed = new Mutator(restored);
        replayed.begin(vocabulary(shape, codec, donors, i % 2 == 0));
        replayed.from(chain % 4);
        for (int k = 0; k < Mutator.CHAIN_LENGTH; k++) {
          mutator.mutate(worker);
          replayed.mutate(coordinator);
          assertThat(codec.encode(coordinator.values())).isEqualTo(codec.encode(worker.values()));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void donorsStayAsTheyAre(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      InputShape shape = shape(random);
      InputCodec codec = new InputCodec(shape);
      List<byte[]> donors = donors(codec, shape, random);
      Vocabulary vocabulary = vocabulary(shape, codec, donors, false);
      Mutator mutator = new Mutator(new PcgRandom(i, seed));
      mutator.begin(vocabulary);
      MutableInput input = new MutableInput(shape, MAX_LENGTH);
      for (int k = 0; k < 100; k++) {
        mutator.mutate(input);
      }
      for (int k = 0; k < donors.size(); k++) {
        assertThat(codec.encode(vocabulary.donors().get(k).values())).isEqualTo(donors.get(k));
      }
    }
  }

  private static List<byte[]> donors(InputCodec codec, InputShape shape, Random random) {
    return Stream.generate(() -> value(codec, shape, random)).limit(random.nextInt(4)).toList();
  }

  private static byte[] value(InputCodec codec, InputShape shape, Random random) {
    return codec.encode(shape.types().stream().map(t -> RandomValues.next(t, random)).toList());
  }

  private static Vocabulary vocabulary(
      InputShape shape, InputCodec codec, List<byte[]> donors, boolean words) throws Exception {
    List<MutableInput> inputs = new ArrayList<>();
    for (byte[] donor : donors) {
      inputs.add(input(shape, codec, donor, MAX_LENGTH));
    }
    List<List<Hint>> hints = inputs.stream().map(TypedMutationTest::hints).toList();
    return new Vocabulary(words ? WORDS : Dictionary.EMPTY, inputs, hints, MAX_LENGTH);
  }

  /** For each slot of a donor that it takes the first few bytes, or the value of another slot. */
  private static List<Hint> hints(MutableInput donor) {
    List<Slot> slots = Slots.of(donor);
    List<Hint> hints = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot other = slots.get((i + 1) % slots.size());
      hints.add(Hint.of(Hint.Edit.whole(i, Slots.form(other))));
      hints.add(Hint.of(new Hint.Edit(i, 0, i % 3, new byte[] {'a', (byte) i})));
    }
    return hints;
  }

  private static MutableInput input(InputShape shape, InputCodec codec, byte[] file, int maxLength)
      throws Exception {
    MutableInput input = new MutableInput(shape, maxLength);
    input.load(codec.decode(file));
    return input;
  }

  private static InputShape shape(Random random) {
    List<ValueType> types =
        new ArrayList<>(
            Stream.<ValueType>generate(() -> RandomTypes.next(3, random))
                .limit(1 + random.nextInt(3))
                .toList());
    if (random.nextInt(3) == 0) {
      types.add(types.get(0)); // takes over from its twin
    }
    return new InputShape(types);
  }
}
