package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.slot.ByteRun;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every byte mutation, tried with thousands of seeds. */
class ByteMutationPropertiesTest {
  private static final int SEEDS = 5000;

  static List<ByteMutation> mutations() {
    return Mutator.byteMutations();
  }

  @Test
  void thereAreTheEighteenOfGo() {
    assertThat(mutations()).hasSize(18).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void appliesToAnOrdinaryRun(ByteMutation mutation) {
    int applied = 0;
    for (int seed = 0; seed < 1000; seed++) {
      if (mutation.apply(randomRun(seed, 64, 1000), new PcgRandom(seed, 1))) {
        applied++;
      }
    }
    assertThat(applied).isGreaterThan(500);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void changesNothingWhenItDoesNotApply(ByteMutation mutation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      ByteRun run = randomRun(seed, seed % 12, 12);
      byte[] before = run.toArray();
      if (!mutation.apply(run, new PcgRandom(seed, 1))) {
        assertThat(run.toArray()).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void hardlyEverChangesNothingWhenItApplies(ByteMutation mutation) {
    int unchanged = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      ByteRun run = randomRun(seed, seed % 30, 100);
      byte[] before = run.toArray();
      if (mutation.apply(run, new PcgRandom(seed, 1)) && Arrays.equals(before, run.toArray())) {
        unchanged++;
      }
    }
    assertThat(unchanged).isLessThan(SEEDS / 500);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void neverGrowsPastTheMaximum(ByteMutation mutation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      int maxLength = seed % 70;
      ByteRun run = randomRun(seed, seed % 97, maxLength);
      int before = run.length();

      mutation.apply(run, new PcgRandom(seed, 1));

      assertThat(run.length()).isBetween(0, Math.max(before, maxLength));
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void doesNotDependOnHowFarTheArrayHasGrown(ByteMutation mutation) {
    for (int seed = 0; seed < 1000; seed++) {
      ByteRun fresh = randomRun(seed, seed % 40, 10_000);
      ByteRun grown = new ByteRun(10_000);
      byte[] leftovers = new byte[9_000];
      new Random(seed).nextBytes(leftovers);
      grown.set(leftovers, leftovers.length);
      grown.set(fresh.toArray(), fresh.length());
      PcgRandom random = new PcgRandom(seed, 1);
      PcgRandom sameRandom = new PcgRandom(seed, 1);

      assertThat(mutation.apply(grown, random)).isEqualTo(mutation.apply(fresh, sameRandom));

      assertThat(grown.toArray()).isEqualTo(fresh.toArray());
      assertThat(random.state()).isEqualTo(sameRandom.state());
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void canChangeEveryPlaceOfARun(ByteMutation mutation) {
    byte[] before = randomRun(1, 20, 100).toArray();
    BitSet changed = new BitSet();
    for (int seed = 0; seed < SEEDS; seed++) {
      ByteRun run = randomRun(1, 20, 100);
      mutation.apply(run, new PcgRandom(seed, 1));
      for (int i = 0; i < before.length; i++) {
        if (i >= run.length() || run.array()[i] != before[i]) {
          changed.set(i);
        }
      }
    }
    assertThat(changed.cardinality()).isEqualTo(before.length);
  }

  @Test
  void reachesEveryByteFromTheEmptyRun() {
    Set<List<Byte>> reached = new HashSet<>();
    for (int seed = 0; seed < 100_000; seed++) {
      ByteRun run = new ByteRun(1);
      if (StructureMutation.INSERT_RANDOM.apply(run, new PcgRandom(seed, 1))) {
        reached.add(List.of(run.toArray()[0]));
      }
    }
    assertThat(reached).hasSize(256);
  }

  private static ByteRun randomRun(int seed, int length, int maxLength) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    ByteRun run = new ByteRun(maxLength);
    run.set(content, length);
    return run;
  }
}
