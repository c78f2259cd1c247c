package io.github.mavenfuzz.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.input.RandomValues;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RandomTypes;
import io.github.mavenfuzz.type.SampleTypes;
import io.github.mavenfuzz.type.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written of any input and read again is the same bits, and what is no input is refused.
 */
class MemoryFormTest {
  private static final int MAX_LENGTH = 200;
  private static final int NUMBER = 9;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyInputSurvives(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      InputShape shape = shape(random);
      MutableInput input = random(shape, random);

      byte[] form = input.toMemory();
      MutableInput read = random(shape, random);
      read.read(form);

      assertThat(read.toMemory()).isEqualTo(form);
      // The file form of a float or double that is no number is its bits.
      InputCodec codec = new InputCodec(shape);
      assertThat(codec.encode(read.values())).isEqualTo(codec.encode(input.values()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatMutationsMakeSurvives(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      InputShape shape = shape(random);
      MutableInput input = random(shape, random);
      MutableInput read = new MutableInput(shape, MAX_LENGTH);
      Mutator mutator = new Mutator(new PcgRandom(seed, i));
      for (int k = 0; k < 20; k++) {
        mutator.mutate(input);
        read.read(input.toMemory());
        assertThat(read.toMemory()).isEqualTo(input.toMemory());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0x7ff0_0000_0000_0001L, 0x7ff8_0000_dead_beefL, 0xfff8_0000_0000_0000L})
  void everyNaNKeepsItsPayload(long bits) throws Exception {
    InputShape shape = InputShape.of(LeafKind.DOUBLE, LeafKind.FLOAT);
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    ((NumberSlot) input.slot(0)).setBits(bits);
    ((NumberSlot) input.slot(1)).setBits(0x7fc0_0001 | (int) (bits >>> 32));

    MutableInput read = new MutableInput(shape, MAX_LENGTH);
    read.read(input.toMemory());

    assertThat(((NumberSlot) read.slot(0)).bits()).isEqualTo(bits);
    assertThat(((NumberSlot) read.slot(1)).bits()).isEqualTo(((NumberSlot) input.slot(1)).bits());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isHardlyLongerThanItsWeight(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      MutableInput input = random(shape(random), random);
      long most = 0;
      for (int k = 0; k < input.size(); k++) {
        most += input.slot(k).weight() + NUMBER * leaves(input.slot(k));
      }
      assertThat((long) input.toMemory().length).isLessThanOrEqualTo(most);
    }
  }

  /** Numbers, lengths and whatever says what is there. */
  private static long leaves(Slot slot) {
    if (slot instanceof TupleSlot tuple) {
      long sum = 0;
      for (int i = 0; i < tuple.size(); i++) {
        sum += leaves(tuple.part(i));
      }
      return sum;
    } else if (slot instanceof SequenceSlot sequence) {
      return 1 + sequence.elements().stream().mapToLong(MemoryFormTest::leaves).sum();
    } else if (slot instanceof NullableSlot nullable) {
      return 1 + leaves(nullable.content());
    }
    return slot instanceof ChoiceSlot ? 4 : 1; // a zone's name
  }

  @Test
  void isThePlainBitsOneAfterTheOther() {
    InputShape shape = InputShape.of(LeafKind.INT, LeafKind.STRING, LeafKind.CHAR);
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    input.load(List.of(-2, "ab", 'c'));

    assertThat(input.toMemory()).containsExactly(-1, -1, -1, -2, 0, 0, 0, 2, 'a', 'b', 0, 'c');
  }

  @Test
  void whatIsMissingTakesOneByte() {
    InputShape shape =
        new InputShape(List.of(new NullableType(LeafType.of(LeafKind.STRING), false)));
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    input.load(Arrays.asList((Object) null));

    assertThat(input.toMemory()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void garbageIsRefusedOrAnInput(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      InputShape shape = shape(random);
      byte[] form = spoilt(random(shape, random).toMemory(), random);
      MutableInput read = new MutableInput(shape, MAX_LENGTH);
      try {
        read.read(form);
      } catch (MalformedInputException refused) {
        continue;
      }
      // Whatever it holds can be made, and written again.
      assertThat(read.values()).hasSize(shape.size());
      MutableInput again = new MutableInput(shape, MAX_LENGTH);
      again.read(read.toMemory());
      assertThat(again.toMemory()).isEqualTo(read.toMemory());
    }
  }

  private static byte[] spoilt(byte[] form, Random random) {
    byte[] spoilt = Arrays.copyOf(form, random.nextInt(form.length + 3));
    for (int i = random.nextInt(4); i > 0 && spoilt.length > 0; i--) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
    }
    return spoilt;
  }

  @Test
  void noLengthMakesRoomForWhatIsNotThere() {
    byte[] huge = {0x7f, -1, -1, -1, 1, 2, 3};
    assertRefused(InputShape.of(LeafKind.BYTES), huge, "the input is cut short: 3 bytes are left");
    assertRefused(
        InputShape.of(LeafKind.BYTES), new byte[] {-1, 0, 0, 0}, "the input is cut short");
    assertRefused(InputShape.of(LeafKind.LONG), new byte[7], "the input is cut short");
    assertRefused(InputShape.of(LeafKind.BYTE), new byte[2], "1 bytes follow the input");
    assertRefused(InputShape.of(LeafKind.BOOLEAN), new byte[] {2}, "out of its bounds");
  }

  @Test
  void asManyElementsAsFollowAreReadAndNoMore() {
    ValueType list = SampleTypes.list(LeafType.of(LeafKind.BYTE), 1, 2);
    InputShape shape = new InputShape(List.of(list));

    assertRefused(shape, new byte[] {0}, "fewer than 1 elements");
    assertRefused(shape, new byte[] {1, 7, 1, 7, 1, 7, 0}, "more than 2 elements");
    assertRefused(shape, new byte[] {1, 7, 3}, "a 3 where 0 or 1 should be");
    assertRefused(shape, new byte[] {1, 7}, "cut short");
  }

  private static void assertRefused(InputShape shape, byte[] form, String message) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> new MutableInput(shape, MAX_LENGTH).read(form))
        .withMessageContaining(message);
  }

  @Test
  void filesAreTurnedIntoItAndBack() throws Exception {
    InputForms forms = new InputForms(InputShape.of(LeafKind.INT, LeafKind.STRING));
    byte[] file = "[ 7,\"x\" ]".getBytes(StandardCharsets.UTF_8);

    byte[] memory = forms.toMemory(file);

    assertThat(memory).containsExactly(0, 0, 0, 7, 0, 0, 0, 1, 'x');
    assertThat(forms.toFile(memory)).asString().isEqualTo("[7, \"x\"]\n");
  }

  private static InputShape shape(Random random) {
    return new InputShape(List.of(RandomTypes.next(3, random), RandomTypes.next(2, random)));
  }

  private static MutableInput random(InputShape shape, Random random) {
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    input.load(
        Arrays.asList(shape.types().stream().map(t -> RandomValues.next(t, random)).toArray()));
    return input;
  }
}
