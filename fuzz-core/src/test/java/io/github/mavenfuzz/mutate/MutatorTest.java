package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.ByteRun;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutatorTest {
  private static final int MAX_LENGTH = 200;
  private static final InputShape ALL_TYPES = InputShape.of(LeafKind.values());

  @Test
  void replaysWhatItDidFromTheSameState() {
    for (int seed = 0; seed < 300; seed++) {
      Mutator worker = new Mutator(new PcgRandom(seed, 1));
      Mutator coordinator = new Mutator(new PcgRandom(seed, 1));
      MutableInput input = zeros(ALL_TYPES, MAX_LENGTH);
      MutableInput replayed = zeros(ALL_TYPES, MAX_LENGTH);
      for (int i = 0; i < 100; i++) {
        worker.mutate(input);
        coordinator.mutate(replayed);
        assertThat(contentOf(replayed)).isEqualTo(contentOf(input));
      }
    }
  }

  @Test
  void replaysAChainFromTheStateBeforeIt() {
    PcgRandom random = new PcgRandom(3, 4);
    Mutator worker = new Mutator(random);
    MutableInput original = zeros(ALL_TYPES, MAX_LENGTH);
    MutableInput input = zeros(ALL_TYPES, MAX_LENGTH);
    for (int chain = 0; chain < 2000; chain++) {
      input.copyFrom(original);
      long state = random.state();
      long increment = random.increment();
      int count = 1 + chain % Mutator.CHAIN_LENGTH;
      mutate(worker, input, count);

      PcgRandom restored = new PcgRandom(0, 0);
      restored.restore(state, increment);
      MutableInput replayed = zeros(ALL_TYPES, MAX_LENGTH);
      replayed.load(original.values());
      mutate(new Mutator(restored), replayed, count);

      assertThat(contentOf(replayed)).isEqualTo(contentOf(input));
      assertThat(restored.state()).isEqualTo(random.state());
      if (chain % 10 == 0) {
        original.load(input.values());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 64, 65, 1000})
  void neverGrowsArraysAndStringsPastTheMaximum(int maxLength) {
    for (int seed = 0; seed < 100; seed++) {
      Mutator mutator = new Mutator(new PcgRandom(seed, 1));
      MutableInput input = zeros(ALL_TYPES, maxLength);
      for (int i = 0; i < 500; i++) {
        mutator.mutate(input);
        assertThat(bytes(input, 0).length()).isBetween(0, maxLength);
        assertThat(bytes(input, 1).length()).isBetween(0, maxLength);
      }
    }
  }

  @Test
  void shortensAnInputThatIsTooLongButNeverGrowsIt() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = new MutableInput(InputShape.of(LeafKind.BYTES), 10);
    input.load(List.of(new byte[100]));
    int last = 100;
    while (last > 10) {
      mutator.mutate(input);
      int length = bytes(input, 0).length();
      assertThat(length).isLessThanOrEqualTo(last);
      last = length;
    }
  }

  @ParameterizedTest
  @EnumSource(LeafKind.class)
  void changesAnInputOfOneArgument(LeafKind type) {
    InputShape shape = InputShape.of(type);
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = zeros(shape, MAX_LENGTH);
    int unchanged = 0;
    for (int i = 0; i < 10_000; i++) {
      List<Object> before = contentOf(input);
      mutator.mutate(input);
      if (contentOf(input).equals(before)) {
        unchanged++;
      }
    }
    assertThat(unchanged).isLessThan(20);
  }

  @Test
  void changesExactlyOneArgumentOfAShortInput() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = zeros(ALL_TYPES, 6);
    for (int i = 0; i < 10_000; i++) {
      List<Object> before = contentOf(input);
      mutator.mutate(input);
      List<Object> after = contentOf(input);
      int changed = 0;
      for (int k = 0; k < before.size(); k++) {
        changed += before.get(k).equals(after.get(k)) ? 0 : 1;
      }
      assertThat(changed).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void choosesEachArgumentAboutEquallyOften() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput zeros = zeros(ALL_TYPES, MAX_LENGTH);
    MutableInput input = zeros(ALL_TYPES, MAX_LENGTH);
    List<Object> before = contentOf(zeros);
    int[] hits = new int[ALL_TYPES.size()];
    for (int i = 0; i < 10_000; i++) {
      input.copyFrom(zeros);
      mutator.mutate(input);
      List<Object> after = contentOf(input);
      for (int k = 0; k < hits.length; k++) {
        hits[k] += before.get(k).equals(after.get(k)) ? 0 : 1;
      }
    }
    int share = 10_000 / hits.length;
    assertThat(IntStream.of(hits))
        .allSatisfy(n -> assertThat(n).isBetween(share * 8 / 10, share * 12 / 10));
  }

  @Test
  void leavesEmptyInputsThatMustNotGrowAlone() {
    InputShape shape = InputShape.of(LeafKind.BYTES, LeafKind.STRING);
    MutableInput input = zeros(shape, 0);

    mutate(new Mutator(new PcgRandom(1, 1)), input, 100);

    assertThat(bytes(input, 0).length()).isZero();
    assertThat(bytes(input, 1).length()).isZero();
  }

  @Test
  void mutatesAnotherArgumentInsteadOfAnEmptyOneThatMustNotGrow() {
    InputShape shape = InputShape.of(LeafKind.BYTES, LeafKind.BOOLEAN, LeafKind.STRING);
    MutableInput input = zeros(shape, 0);
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    for (int i = 1; i <= 100; i++) {
      mutator.mutate(input);
      assertThat(((NumberSlot) input.slot(1)).bits()).isEqualTo(i % 2);
    }
  }

  @Test
  void growsTheEmptyInput() {
    InputShape shape = InputShape.of(LeafKind.BYTES);
    for (int seed = 0; seed < 1000; seed++) {
      MutableInput input = zeros(shape, MAX_LENGTH);
      new Mutator(new PcgRandom(seed, 1)).mutate(input);
      assertThat(bytes(input, 0).length()).isPositive();
    }
  }

  @Test
  void reachesEveryArrayOfAtMostOneByteFromTheEmptyOne() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = zeros(InputShape.of(LeafKind.BYTES), 1);
    Set<List<Byte>> reached = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      mutator.mutate(input);
      reached.add(bytesOf(bytes(input, 0)));
    }
    assertThat(reached).hasSize(257);
  }

  @ParameterizedTest
  @EnumSource(
      value = LeafKind.class,
      names = {"BOOLEAN", "BYTE"})
  void reachesEveryValueOfASmallType(LeafKind type) {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput zero = zeros(InputShape.of(type), 0);
    MutableInput input = zeros(InputShape.of(type), 0);
    Set<Object> reached = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      if (i % Mutator.CHAIN_LENGTH == 0) {
        input.copyFrom(zero);
      }
      mutator.mutate(input);
      reached.add(input.values().get(0));
    }
    assertThat(reached).hasSize(type == LeafKind.BOOLEAN ? 2 : 256);
  }

  @Test
  void meetsTheLimitsOfAnInt() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = zeros(InputShape.of(LeafKind.INT), 0);
    Set<Object> reached = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      mutator.mutate(input);
      reached.add(input.values().get(0));
    }
    assertThat(reached).contains(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20);
  }

  @Test
  void usesEveryMutationOfBytes() {
    MutableInput seed = new MutableInput(InputShape.of(LeafKind.BYTES), MAX_LENGTH);
    seed.load(List.of("The quick brown fox".getBytes(StandardCharsets.US_ASCII)));
    MutableInput input = zeros(InputShape.of(LeafKind.BYTES), MAX_LENGTH);
    Set<ByteMutation> used = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      PcgRandom random = new PcgRandom(i, 1);
      PcgRandom same = new PcgRandom(i, 1);
      input.copyFrom(seed);
      new Mutator(random).mutate(input);
      MutableInput expected = zeros(InputShape.of(LeafKind.BYTES), MAX_LENGTH);
      expected.copyFrom(seed);
      ByteMutation first = Mutator.byteMutations().get(same.below(18));
      if (first.apply(bytes(expected, 0), same)) {
        assertThat(contentOf(input)).isEqualTo(contentOf(expected));
        used.add(first);
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(Mutator.byteMutations());
  }

  private static MutableInput zeros(InputShape shape, int maxLength) {
    MutableInput input = new MutableInput(shape, maxLength);
    input.load(shape.zeroValues());
    return input;
  }

  private static void mutate(Mutator mutator, MutableInput input, int times) {
    for (int i = 0; i < times; i++) {
      mutator.mutate(input);
    }
  }

  /** Bits and bytes, which unlike the arguments tell one NaN or malformed string from another. */
  private static List<Object> contentOf(MutableInput input) {
    List<Object> content = new ArrayList<>();
    for (int i = 0; i < input.size(); i++) {
      content.add(
          input.slot(i) instanceof NumberSlot number ? number.bits() : bytesOf(bytes(input, i)));
    }
    return content;
  }

  private static ByteRun bytes(MutableInput input, int index) {
    return ((ByteSlot) input.slot(index)).bytes();
  }

  private static List<Byte> bytesOf(ByteRun run) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : run.toArray()) {
      bytes.add(b);
    }
    return bytes;
  }
}
