package io.github.mavenfuzz.mutate;

import static io.github.mavenfuzz.mutate.StructureMutation.DUPLICATE_CHUNK;
import static io.github.mavenfuzz.mutate.StructureMutation.INSERT_CONSTANT;
import static io.github.mavenfuzz.mutate.StructureMutation.INSERT_RANDOM;
import static io.github.mavenfuzz.mutate.StructureMutation.OVERWRITE_WITH_CHUNK;
import static io.github.mavenfuzz.mutate.StructureMutation.OVERWRITE_WITH_CONSTANT;
import static io.github.mavenfuzz.mutate.StructureMutation.REMOVE_CHUNK;
import static io.github.mavenfuzz.mutate.StructureMutation.SHUFFLE_CHUNK;
import static io.github.mavenfuzz.mutate.StructureMutation.SWAP_BYTES;
import static io.github.mavenfuzz.mutate.StructureMutation.SWAP_CHUNKS;
import static io.github.mavenfuzz.mutate.ValueMutation.ADD_TO_BYTE;
import static io.github.mavenfuzz.mutate.ValueMutation.ADD_TO_INT;
import static io.github.mavenfuzz.mutate.ValueMutation.ADD_TO_LONG;
import static io.github.mavenfuzz.mutate.ValueMutation.ADD_TO_SHORT;
import static io.github.mavenfuzz.mutate.ValueMutation.FLIP_BIT;
import static io.github.mavenfuzz.mutate.ValueMutation.INTERESTING_BYTE;
import static io.github.mavenfuzz.mutate.ValueMutation.INTERESTING_INT;
import static io.github.mavenfuzz.mutate.ValueMutation.INTERESTING_SHORT;
import static io.github.mavenfuzz.mutate.ValueMutation.XOR_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.slot.ByteRun;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ByteMutationTest {
  /** A draw that makes a chunk at most 8 bytes long. */
  private static final int SHORT = 0;

  /** A draw that makes a chunk at most 32 bytes long. */
  private static final int MEDIUM = 90;

  /** A draw that lets a chunk have any length. */
  private static final int LONG = 99;

  @Nested
  class OfStructure {
    static final List<Case> CASES =
        List.of(
            text(REMOVE_CHUNK, "abcdef", "adef", draws(1, SHORT, 1)),
            text(REMOVE_CHUNK, "abcdef", "abcde", draws(5, SHORT, 0)),
            text(REMOVE_CHUNK, "abcdef", "", draws(0, LONG, 5)),
            text(REMOVE_CHUNK, "a", "", draws(0, SHORT, 0)),
            text(INSERT_RANDOM, "abc", "axyzbc", draws(1, SHORT, 2, word("xyz?"))),
            text(INSERT_RANDOM, "abc", "abcx", draws(3, SHORT, 0, word("x???"))),
            text(INSERT_RANDOM, "", "vwxyz", draws(0, SHORT, 4, word("vwxy"), word("z???"))),
            text(INSERT_CONSTANT, "abc", "axxxbc", draws(1, SHORT, 2, 'x')),
            text(INSERT_CONSTANT, "abc", "abcx", draws(3, SHORT, 0, 'x')),
            text(INSERT_CONSTANT, "", "xx", draws(0, SHORT, 1, 'x')),
            text(DUPLICATE_CHUNK, "abcdef", "abcdbcef", draws(1, 4, SHORT, 1)),
            text(DUPLICATE_CHUNK, "abcdef", "adebcdef", draws(3, 1, SHORT, 1)),
            text(DUPLICATE_CHUNK, "abcdef", "abcbcddef", draws(1, 3, SHORT, 2)),
            text(DUPLICATE_CHUNK, "abcdef", "abcbcdef", draws(1, 1, SHORT, 1)),
            text(DUPLICATE_CHUNK, "abcdef", "abcdefcd", draws(2, 6, SHORT, 1)),
            text(DUPLICATE_CHUNK, "a", "aa", draws(0, 1, SHORT, 0)),
            text(OVERWRITE_WITH_CHUNK, "abcdef", "abcabf", draws(0, 2, SHORT, 1)),
            text(OVERWRITE_WITH_CHUNK, "abcdef", "defdef", draws(3, 0, SHORT, 2)),
            text(OVERWRITE_WITH_CHUNK, "abcdef", "aabcdf", draws(0, 0, SHORT, 3)),
            text(OVERWRITE_WITH_CHUNK, "abcdef", "abcdee", draws(4, 4, SHORT, 0)),
            text(OVERWRITE_WITH_CONSTANT, "abcdef", "axxxef", draws(1, SHORT, 2, 'x' - 'b' - 1)),
            text(OVERWRITE_WITH_CONSTANT, "a", "b", draws(0, SHORT, 0, 0)),
            text(SHUFFLE_CHUNK, "abcdef", "acdbef", draws(1, SHORT, 2, 0, 0)),
            text(SHUFFLE_CHUNK, "abc", "bac", draws(0, SHORT, 2, 2, 0)),
            text(SWAP_BYTES, "abcdef", "fbcdea", draws(5, 0)),
            text(SWAP_BYTES, "ab", "ba", draws(0, 0)),
            text(SWAP_CHUNKS, "abcdef", "cdabef", draws(0, 1, SHORT, 1)),
            text(SWAP_CHUNKS, "abcdef", "adcbef", draws(3, 1, SHORT, 0)),
            text(SWAP_CHUNKS, "abcdef", "defabc", draws(3, 0, LONG, 2)));

    @ParameterizedTest
    @FieldSource("CASES")
    void changeTheRunAsDrawn(Case given) {
      given.verify();
    }
  }

  @Nested
  class OfValues {
    static final List<Case> CASES =
        List.of(
            hex(FLIP_BIT, "000000", "000100", draws(1, 0)),
            hex(FLIP_BIT, "ff", "7f", draws(0, 7)),
            hex(XOR_BYTE, "0000", "0001", draws(1, 0)),
            hex(XOR_BYTE, "0f", "f0", draws(0, 254)),
            hex(ADD_TO_BYTE, "0000", "0001", draws(1, 0, 0)),
            hex(ADD_TO_BYTE, "00", "dd", draws(0, 34, 1)),
            hex(ADD_TO_SHORT, "0000ff", "000100", draws(1, 0, 0, 0)),
            hex(ADD_TO_SHORT, "ff00", "0001", draws(0, 0, 0, 1)),
            hex(ADD_TO_SHORT, "0001", "ffff", draws(0, 1, 1, 0)),
            hex(ADD_TO_INT, "0000ffffff", "0001000000", draws(1, 0, 0, 0)),
            hex(ADD_TO_INT, "00000000", "dfffffff", draws(0, 32, 1, 1)),
            hex(ADD_TO_LONG, "01ffffffffffffff", "0200000000000022", draws(0, 34, 0, 0)),
            hex(ADD_TO_LONG, "000000000000000000", "00ffffffffffffffff", draws(1, 0, 1, 1)),
            hex(INTERESTING_BYTE, "0000", "0080", draws(1, 0)),
            hex(INTERESTING_BYTE, "00", "7f", draws(0, 8)),
            hex(INTERESTING_SHORT, "000000", "008000", draws(1, 9, 0)),
            hex(INTERESTING_SHORT, "000000", "0080" + "00", draws(0, 9, 1)),
            hex(INTERESTING_SHORT, "0000", "ffff", draws(0, 1, 0)),
            hex(INTERESTING_INT, "0000000000", "007fffffff", draws(1, 26, 0)),
            hex(INTERESTING_INT, "00000000", "ffffff7f", draws(0, 26, 1)));

    @ParameterizedTest
    @FieldSource("CASES")
    void changeTheRunAsDrawn(Case given) {
      given.verify();
    }
  }

  @Nested
  class ThatWouldChangeNothing {
    static final List<Case> CASES =
        List.of(
            text(OVERWRITE_WITH_CHUNK, "aaaa", null, draws(0, 1, SHORT, 1)),
            text(SHUFFLE_CHUNK, "abcd", null, draws(2, SHORT, 1)),
            text(SHUFFLE_CHUNK, "abc", null, draws(0, SHORT, 2, 2, 1)),
            text(SHUFFLE_CHUNK, "aaa", null, draws(0, SHORT, 2, 0, 0)),
            text(SWAP_BYTES, "xax", null, draws(0, 1)),
            text(SWAP_CHUNKS, "abab", null, draws(0, 1, SHORT, 1)),
            hex(INTERESTING_BYTE, "80", null, draws(0, 0)),
            hex(INTERESTING_SHORT, "8000", null, draws(0, 9, 0)),
            hex(INTERESTING_INT, "ffffff7f", null, draws(0, 26, 1)));

    @ParameterizedTest
    @FieldSource("CASES")
    void sayThatTheyDoNotApply(Case given) {
      given.verify();
    }
  }

  @Nested
  class ThatNeedMoreBytes {
    static final List<Case> CASES =
        List.of(
            text(REMOVE_CHUNK, "", null),
            text(DUPLICATE_CHUNK, "", null),
            text(OVERWRITE_WITH_CHUNK, "a", null),
            text(OVERWRITE_WITH_CONSTANT, "", null),
            text(SHUFFLE_CHUNK, "ab", null),
            text(SWAP_BYTES, "a", null),
            text(SWAP_CHUNKS, "a", null),
            text(FLIP_BIT, "", null),
            text(XOR_BYTE, "", null),
            text(ADD_TO_BYTE, "", null),
            text(ADD_TO_SHORT, "a", null),
            text(ADD_TO_INT, "abc", null),
            text(ADD_TO_LONG, "abcdefg", null),
            text(INTERESTING_BYTE, "", null),
            text(INTERESTING_SHORT, "a", null),
            text(INTERESTING_INT, "abc", null));

    @ParameterizedTest
    @FieldSource("CASES")
    void doNotApply(Case given) {
      given.verify();
    }
  }

  @Nested
  class AtTheMaximalLength {
    static Stream<StructureMutation> growing() {
      return Stream.of(INSERT_RANDOM, INSERT_CONSTANT, DUPLICATE_CHUNK);
    }

    @ParameterizedTest
    @MethodSource("growing")
    void theGrowingDoNotApply(ByteMutation mutation) {
      ByteRun run = run("abcd".getBytes(StandardCharsets.US_ASCII), 4);

      assertThat(mutation.apply(run, new ScriptedRandom())).isFalse();

      assertThat(run.toArray()).asString().isEqualTo("abcd");
    }

    @ParameterizedTest
    @MethodSource("growing")
    void theGrowingLeaveALongerRunAlone(ByteMutation mutation) {
      ByteRun run = run(new byte[10], 4);

      assertThat(mutation.apply(run, new ScriptedRandom())).isFalse();

      assertThat(run.toArray()).isEqualTo(new byte[10]);
    }

    @ParameterizedTest
    @MethodSource("growing")
    void theGrowingFillTheRoomThatIsLeft(ByteMutation mutation) {
      for (int seed = 0; seed < 2000; seed++) {
        ByteRun run = run(new byte[50], 53);
        assertThat(mutation.apply(run, new PcgRandom(seed, 1))).isTrue();
        assertThat(run.length()).isBetween(51, 53);
      }
    }

    @Test
    void aLongerRunShrinks() {
      ByteRun run = run(new byte[10], 4);

      assertThat(REMOVE_CHUNK.apply(run, new ScriptedRandom(0, SHORT, 1))).isTrue();

      assertThat(run.length()).isEqualTo(8);
    }
  }

  @Nested
  class LengthsOfChunks {

    @Test
    void areUpTo8InNineOfTenCases() {
      assertThat(length(1000, SHORT, 7)).isEqualTo(8);
      assertThat(length(1000, 89, 0)).isEqualTo(1);
    }

    @Test
    void areUpTo32InNineOfAHundredCases() {
      assertThat(length(1000, MEDIUM, 31)).isEqualTo(32);
      assertThat(length(1000, 98, 0)).isEqualTo(1);
    }

    @Test
    void areAnythingInOneOfAHundredCases() {
      assertThat(length(1000, LONG, 999)).isEqualTo(1000);
    }

    @Test
    void neverPassTheMaximum() {
      PcgRandom random = new PcgRandom(1, 2);
      for (int max = 1; max < 50; max++) {
        boolean[] seen = new boolean[max + 1];
        for (int i = 0; i < 10_000 * max; i++) {
          seen[StructureMutation.chunkLength(random, max)] = true;
        }
        assertThat(seen[0]).isFalse();
        assertThat(Arrays.copyOfRange(seen, 1, max + 1)).doesNotContain(false);
      }
    }

    private static int length(int max, int... draws) {
      return StructureMutation.chunkLength(new ScriptedRandom(draws), max);
    }
  }

  /**
   * What a mutation makes of a run.
   *
   * @param after null when the mutation must not apply
   */
  record Case(ByteMutation mutation, byte[] before, byte[] after, int[] draws) {

    void verify() {
      ByteRun run = run(before, 1000);
      ScriptedRandom random = new ScriptedRandom(draws);

      assertThat(mutation.apply(run, random)).isEqualTo(after != null);

      assertThat(run.toArray()).isEqualTo(after == null ? before : after);
      assertThat(random.isUsedUp()).as("uses all draws").isTrue();
    }

    @Override
    public String toString() {
      return mutation
          + " of "
          + HexFormat.of().formatHex(before)
          + " with "
          + Arrays.toString(draws);
    }
  }

  private static Case text(ByteMutation mutation, String before, String after, int... draws) {
    return new Case(
        mutation,
        before.getBytes(StandardCharsets.US_ASCII),
        after == null ? null : after.getBytes(StandardCharsets.US_ASCII),
        draws);
  }

  private static Case hex(ByteMutation mutation, String before, String after, int... draws) {
    HexFormat hex = HexFormat.of();
    return new Case(
        mutation, hex.parseHex(before), after == null ? null : hex.parseHex(after), draws);
  }

  private static int[] draws(int... draws) {
    return draws;
  }

  /** The number whose bytes, the lowest first, are these four characters. */
  private static int word(String text) {
    return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
  }

  private static ByteRun run(byte[] content, int maxLength) {
    ByteRun run = new ByteRun(maxLength);
    run.set(content, content.length);
    return run;
  }
}
