package io.github.mavenfuzz.mutate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcgRandomTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "42, 54",
    "-1, 3",
    "9223372036854775807, 4611686018427387904",
    "-9223372036854775808, 12345678901"
  })
  void yieldsThePublishedAlgorithmsNumbers(long seed, long stream) {
    PcgRandom random = new PcgRandom(seed, stream);
    ReferencePcg reference = new ReferencePcg(seed, stream);

    assertThat(draw(random, 1000)).isEqualTo(reference.draw(1000));
    assertThat(random.state()).isEqualTo(reference.state.longValue());
  }

  @Test
  void yieldsTheNumbersOfPcgsDemonstrationProgram() {
    PcgRandom random = new PcgRandom(0, 0);
    // the state after seeding with 42 on stream 54 as pcg32-demo does
    random.restore((109L + 42) * 6364136223846793005L + 109, 109);

    assertThat(draw(random, 6))
        .containsExactly(0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e);
  }

  @Test
  void differsBySeedAndByStream() {
    Set<Integer> firsts = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 30; j++) {
        firsts.add(Arrays.hashCode(draw(new PcgRandom(i, j), 4)));
      }
    }
    assertThat(firsts).hasSize(900);
  }

  @Test
  void goesOnFromASavedState() {
    PcgRandom random = new PcgRandom(7, 8);
    draw(random, 10);
    long state = random.state();
    long increment = random.increment();
    int[] expected = draw(random, 100);
    PcgRandom other = new PcgRandom(100, 200);

    other.restore(state, increment);

    assertThat(draw(other, 100)).isEqualTo(expected);
  }

  @Test
  void refusesAStateThatNoGeneratorHas() {
    PcgRandom random = new PcgRandom(7, 8);
    assertThatIllegalArgumentException().isThrownBy(() -> random.restore(1, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 18, 100, 1000})
  void drawsEveryNumberBelowABoundAboutEquallyOften(int bound) {
    PcgRandom random = new PcgRandom(5, 6);
    int expected = 2000;
    int[] hits = new int[bound];

    for (int i = 0; i < expected * bound; i++) {
      hits[random.below(bound)]++;
    }

    // six standard deviations
    int tolerance = bound == 1 ? 0 : (int) (6 * Math.sqrt(expected));
    assertThat(IntStream.of(hits))
        .allSatisfy(n -> assertThat(n).isBetween(expected - tolerance, expected + tolerance));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100, 1 << 30, (1 << 30) + 1, 3 << 29, Integer.MAX_VALUE})
  void drawsBelowABoundAsLemireDoes(int bound) {
    PcgRandom random = new PcgRandom(9, 10);
    ReferencePcg reference = new ReferencePcg(9, 10);

    for (int i = 0; i < 1000; i++) {
      assertThat(random.below(bound)).isEqualTo(reference.below(bound));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesABoundThatNoNumberIsBelow(int bound) {
    PcgRandom random = new PcgRandom(1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> random.below(bound))
        .withMessageContaining(String.valueOf(bound));
  }

  @Test
  void tossesAFairCoin() {
    PcgRandom random = new PcgRandom(11, 12);
    long heads = IntStream.range(0, 10_000).filter(i -> random.nextBoolean()).count();
    assertThat(heads).isBetween(4700L, 5300L);
  }

  @Test
  void putsTheFirstNumberIntoTheHighHalfOfALong() {
    PcgRandom random = new PcgRandom(13, 14);
    int[] halves = draw(new PcgRandom(13, 14), 2);
    assertThat(random.nextLong()).isEqualTo((long) halves[0] << 32 | halves[1] & 0xFFFFFFFFL);
  }

  @Test
  void fillsARangeOfBytesWithFourBytesPerNumber() {
    byte[] bytes = new byte[9];
    ScriptedRandom random = new ScriptedRandom(0x04030201, 0x08070605);

    random.fill(bytes, 1, 7);

    assertThat(bytes).containsExactly(0, 1, 2, 3, 4, 5, 6, 0, 0);
    assertThat(random.isUsedUp()).isTrue();
  }

  private static int[] draw(PcgRandom random, int count) {
    return IntStream.generate(random::nextInt).limit(count).toArray();
  }

  /** The same generator with big numbers, as its paper and Go's source describe it. */
  private static final class ReferencePcg {
    private static final BigInteger MULTIPLIER = new BigInteger("6364136223846793005");
    private static final BigInteger TWO_TO_32 = BigInteger.ONE.shiftLeft(32);
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private final BigInteger increment;
    private BigInteger state;

    ReferencePcg(long seed, long stream) {
      BigInteger start = BigInteger.valueOf(seed).mod(TWO_TO_64);
      increment = BigInteger.valueOf(stream).shiftLeft(1).setBit(0).mod(TWO_TO_64);
      state = start;
      step();
      state = state.add(start);
      step();
    }

    int[] draw(int count) {
      return IntStream.generate(() -> next().intValue()).limit(count).toArray();
    }

    int below(int bound) {
      BigInteger n = BigInteger.valueOf(bound);
      BigInteger threshold = TWO_TO_32.mod(n);
      while (true) {
        BigInteger product = next().multiply(n);
        if (product.mod(TWO_TO_32).compareTo(threshold) >= 0) {
          return product.shiftRight(32).intValueExact();
        }
      }
    }

    private BigInteger next() {
      BigInteger mixed = state.shiftRight(18).xor(state).shiftRight(27).mod(TWO_TO_32);
      int rotation = state.shiftRight(59).intValueExact();
      step();
      BigInteger twice = mixed.shiftLeft(32).or(mixed);
      return twice.shiftRight(rotation).mod(TWO_TO_32);
    }

    private void step() {
      state = state.multiply(MULTIPLIER).add(increment).mod(TWO_TO_64);
    }
  }
}
