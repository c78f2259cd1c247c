package io.github.mavenfuzz.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BytePassTest {
  private static final int PLENTY = 1_000_000;

  static Stream<Arguments> passes() {
    return Stream.of(
        // pass, value, what has to stay, smallest
        arguments(BytePass.CUT_TAIL, "", any(), ""),
        arguments(BytePass.CUT_TAIL, "abcdefg", any(), ""),
        arguments(BytePass.CUT_TAIL, "abcdefg", length(1), "a"),
        arguments(BytePass.CUT_TAIL, "abcdefg", length(6), "abcdef"),
        arguments(BytePass.CUT_TAIL, "abcdefg", length(7), "abcdefg"),
        arguments(BytePass.CUT_TAIL, "xxxbugyyy", has("bug"), "xxxbug"),
        arguments(BytePass.CUT_TAIL, "x".repeat(1000), length(333), "x".repeat(333)),
        arguments(BytePass.REMOVE_CHUNKS, "", any(), ""),
        arguments(BytePass.REMOVE_CHUNKS, "a", any(), ""),
        arguments(BytePass.REMOVE_CHUNKS, "abcdefg", any(), ""),
        arguments(BytePass.REMOVE_CHUNKS, "xxxbugyyy", has("bug"), "bug"),
        arguments(BytePass.REMOVE_CHUNKS, "b12345u12345g", has("b.*u.*g"), "bug"),
        arguments(BytePass.REMOVE_CHUNKS, "x".repeat(1000), length(333), "x".repeat(333)),
        arguments(BytePass.REMOVE_CHUNKS, "((a))", balanced(), "(())"),
        // Each removal makes the next possible, from front to back.
        arguments(BytePass.REMOVE_CHUNKS, "1234567", has("^1?2?3?4?5?6?7$"), "7"),
        arguments(BytePass.REMOVE_PAIRS, "", any(), ""),
        arguments(BytePass.REMOVE_PAIRS, "a", any(), "a"),
        arguments(BytePass.REMOVE_PAIRS, "ab", any(), ""),
        arguments(BytePass.REMOVE_PAIRS, "((()))", balanced(), ""),
        arguments(BytePass.REMOVE_PAIRS, "((a))", balanced(), "a"),
        arguments(BytePass.REMOVE_PAIRS, "[1,(2)+]", has("^\\[.*\\]$"), "[]"),
        arguments(BytePass.REMOVE_PAIRS, "x".repeat(200), length(100), "x".repeat(100)),
        arguments(BytePass.REMOVE_PAIRS, "x".repeat(201), length(100), "x".repeat(201)),
        arguments(BytePass.SIMPLIFY, "", any(), ""),
        arguments(BytePass.SIMPLIFY, "\0\u00ffZ~", any(), "0000"),
        arguments(BytePass.SIMPLIFY, "q!Q?", has("^[a-z]![A-Z]\\?$"), "a!A?"),
        arguments(BytePass.SIMPLIFY, "0123", any(), "0000"),
        arguments(BytePass.SIMPLIFY, "07", has("[1-9]"), "01"),
        arguments(BytePass.SIMPLIFY, "{~}", has("^[{]"), "{00"));
  }

  @ParameterizedTest
  @MethodSource("passes")
  void arrivesAtTheSmallestValue(
      BytePass pass, String value, Predicate<String> predicate, String smallest) {
    ScriptedTrial<byte[]> trial = trial(value, PLENTY, predicate);

    byte[] shrunk = pass.shrink(value.getBytes(ISO_8859_1), trial);

    assertThat(new String(shrunk, ISO_8859_1)).isEqualTo(smallest);
  }

  @ParameterizedTest
  @EnumSource
  void returnsWhatWasAcceptedLastWheneverTheTrialIsOver(BytePass pass) {
    Random random = new Random(1);
    for (int limit = 0; limit < 60; limit++) {
      byte[] value = new byte[40];
      random.nextBytes(value);
      byte[] before = value.clone();
      ScriptedTrial<byte[]> trial =
          new ScriptedTrial<>(value, limit, v -> v.length >= 3 && v.length % 3 != 2);

      byte[] shrunk = pass.shrink(value, trial);

      assertThat(shrunk).isEqualTo(trial.lastAccepted());
      assertThat(value).as("what it was given").isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverTriesALongerValueNorTheOneItHas(BytePass pass) {
    byte[] value = "Some text, {with} [brackets] & (numbers): 0123456789".getBytes(ISO_8859_1);
    byte[][] best = {value};
    ScriptedTrial<byte[]> trial =
        new ScriptedTrial<>(
            value,
            PLENTY,
            v -> {
              assertThat(v.length).isLessThanOrEqualTo(best[0].length);
              if (v != value) {
                assertThat(v).isNotEqualTo(best[0]);
              }
              boolean accepted = v.length > 20;
              best[0] = accepted ? v : best[0];
              return accepted;
            });

    pass.shrink(value, trial);

    assertThat(trial.tried()).isNotEmpty();
  }

  @Test
  void allPassesTogetherFindOneByteInMany() {
    byte[] value = new byte[4096];
    new Random(3).nextBytes(value);
    value[1234] = 'X';
    byte[] best = value;
    ScriptedTrial<byte[]> trial =
        new ScriptedTrial<>(
            value, PLENTY, v -> IntStream.range(0, v.length).anyMatch(i -> v[i] == 'X'));

    for (BytePass pass : BytePass.values()) {
      best = pass.shrink(best, trial);
    }

    assertThat(best).containsExactly('X');
    assertThat(trial.tried()).hasSizeLessThan(200);
  }

  @Test
  void onlyPassesThatTakeAboutOneRunAByteAreCheap() {
    for (BytePass pass : BytePass.values()) {
      byte[] value = new byte[100];
      Arrays.fill(value, (byte) '~');
      ScriptedTrial<byte[]> trial =
          new ScriptedTrial<>(value, PLENTY, v -> Arrays.equals(v, value));

      pass.shrink(value, trial);

      assertThat(trial.tried().size() <= 2 * value.length)
          .as("%s took %d runs", pass, trial.tried().size())
          .isEqualTo(pass.isCheap());
    }
  }

  private static ScriptedTrial<byte[]> trial(String value, int limit, Predicate<String> predicate) {
    return new ScriptedTrial<>(
        value.getBytes(ISO_8859_1), limit, v -> predicate.test(new String(v, ISO_8859_1)));
  }

  private static Predicate<String> any() {
    return v -> true;
  }

  private static Predicate<String> length(int atLeast) {
    return v -> v.length() >= atLeast;
  }

  private static Predicate<String> has(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL).asPredicate();
  }

  private static Predicate<String> balanced() {
    return v -> v.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum() == 0;
  }
}
