package io.github.mavenfuzz.shrink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunPassTest {
  private static final int PLENTY = 1_000_000;

  static Stream<Arguments> passesOfText() {
    return Stream.of(
        // pass, value, what has to stay, smallest
        arguments(RunPass.CUT_TAIL, "", any(), ""),
        arguments(RunPass.CUT_TAIL, "abcdefg", any(), ""),
        arguments(RunPass.CUT_TAIL, "abcdefg", length(1), "a"),
        arguments(RunPass.CUT_TAIL, "abcdefg", length(6), "abcdef"),
        arguments(RunPass.CUT_TAIL, "abcdefg", length(7), "abcdefg"),
        arguments(RunPass.CUT_TAIL, "xxxbugyyy", has("bug"), "xxxbug"),
        arguments(RunPass.CUT_TAIL, "x".repeat(1000), length(333), "x".repeat(333)),
        arguments(RunPass.CUT_LINES, "one\ntwo\nthree", has("two"), "two\n"),
        arguments(RunPass.CUT_LINES, "one\ntwo\nthree", has("t.*\nt"), "two\nthree"),
        arguments(RunPass.CUT_LINES, "one line", any(), "one line"),
        arguments(RunPass.CUT_CHUNKS, "", any(), ""),
        arguments(RunPass.CUT_CHUNKS, "X0123456789abcde", has("X"), "X012"),
        arguments(RunPass.CUT_CHUNKS, "0123X456789abcdef", has("X"), "0123X"),
        arguments(RunPass.CUT_SYMBOLS, "", any(), ""),
        arguments(RunPass.CUT_SYMBOLS, "a", any(), ""),
        arguments(RunPass.CUT_SYMBOLS, "abcdefg", any(), ""),
        arguments(RunPass.CUT_SYMBOLS, "xxxbugyyy", has("bug"), "bug"),
        arguments(RunPass.CUT_SYMBOLS, "b12345u12345g", has("b.*u.*g"), "bug"),
        arguments(RunPass.CUT_SYMBOLS, "x".repeat(1000), length(333), "x".repeat(333)),
        arguments(RunPass.CUT_SYMBOLS, "((a))", balanced(), "(())"),
        arguments(RunPass.CUT_BRACKETS, "", any(), ""),
        arguments(RunPass.CUT_BRACKETS, "no brackets", any(), "no brackets"),
        arguments(RunPass.CUT_BRACKETS, "((()))", balanced(), ""),
        arguments(RunPass.CUT_BRACKETS, "((a))", has("a"), "a"),
        arguments(RunPass.CUT_BRACKETS, "([{<a>}])", has("\\{.*a"), "{a}"),
        arguments(RunPass.CUT_BRACKETS, "[1,(2),3]", has("^\\[1,(\\(2\\),)?3\\]$"), "[1,3]"),
        arguments(RunPass.CUT_BRACKETS, "[1,[2,[3]]]", has("\\[3"), "[3]"),
        arguments(RunPass.CUT_BRACKETS, "{'a':{'b':{}}}", has("^\\{.*\\}$"), "{}"),
        arguments(RunPass.CUT_BRACKETS, "say \"word\" 'x'", has("say.*word"), "say word "),
        arguments(RunPass.CUT_BRACKETS, ")[a}(", has("a"), ")[a}("),
        arguments(
            RunPass.CUT_BRACKETS,
            "[".repeat(5000) + "]".repeat(5000),
            has("\\[{7}\\]{7}"),
            "[".repeat(7) + "]".repeat(7)),
        arguments(RunPass.CUT_TOKENS, "key: value, other: 12", has("other"), "other"),
        arguments(RunPass.CUT_TOKENS, "ab=1;cd=2", has("^(\\w\\w=\\d;?)*$"), ""),
        arguments(RunPass.CUT_TOKENS, "=-", any(), "=-"),
        arguments(RunPass.CUT_EQUAL, "<ab>x</ab>", has("^<(.+)>x</\\1>$"), "<0>x</0>"),
        arguments(RunPass.CUT_EQUAL, "a b c d", has("d"), "abcd"),
        arguments(RunPass.CUT_EQUAL, "q1q2q", has("^(.).\\1.\\1"), "01020"),
        arguments(RunPass.CUT_COUNTED, "17:abcdefghijklmnopq", counted(), "0:"),
        arguments(RunPass.CUT_COUNTED, "17:abcdefghijkXmnopq!", counted("X"), "1:X!"),
        arguments(RunPass.CUT_COUNTED, "5:abXcd4:spam", counted("X"), "1:X0:"),
        arguments(RunPass.CUT_COUNTED, "9 no more", any(), "1"),
        arguments(
            RunPass.CUT_COUNTED,
            "*3,ab,ab,ab,.",
            has("^\\*(0|1,ab|2,ab,ab|3,ab,ab,ab),\\.$"),
            "*0,."),
        arguments(RunPass.CUT_LENGTHS, "abcabcabcabc", multipleOf(3), "abc"),
        arguments(RunPass.CUT_LENGTHS, "xxxxx0xxxxxxxxxx", has("^(.{5})*.$").and(has("0")), "0"),
        arguments(RunPass.SIMPLIFY, "", any(), ""),
        arguments(RunPass.SIMPLIFY, "\0\u00ffZ~", any(), "0000"),
        arguments(RunPass.SIMPLIFY, "abcXefg", has("X"), "000X000"),
        arguments(RunPass.LOWER, "", any(), ""),
        arguments(RunPass.LOWER, "q!Q?", has("^[a-z]![A-Z]\\?$"), "a!A?"),
        arguments(RunPass.LOWER, "9157", has("^9[1-9][4-9][0-9]"), "9140"),
        arguments(RunPass.LOWER, "\u4e2d", has("[^\\x00-\\x7f]"), "\u0080"),
        arguments(RunPass.LOWER, "{~}", has("^[{]"), "{00"),
        arguments(RunPass.CUT_PAIRS, "", any(), ""),
        arguments(RunPass.CUT_PAIRS, "a", any(), "a"),
        arguments(RunPass.CUT_PAIRS, "ab", any(), ""),
        arguments(RunPass.CUT_PAIRS, "[1,(2)+]", has("^\\[.*\\]$"), "[]"),
        arguments(RunPass.CUT_PAIRS, "x".repeat(40), length(20), "x".repeat(20)),
        arguments(RunPass.CUT_PAIRS, "x".repeat(41), length(20), "x".repeat(41)));
  }

  @ParameterizedTest
  @MethodSource("passesOfText")
  void arrivesAtTheSmallestText(
      RunPass pass, String value, Predicate<String> predicate, String smallest) {
    ScriptedTrial<int[]> trial = trial(value, PLENTY, predicate);

    int[] shrunk = pass.shrink(run(value), RunKind.TEXT, trial);

    assertThat(text(shrunk)).isEqualTo(smallest);
  }

  static Stream<Arguments> passesOfBytes() {
    return Stream.of(
        // pass, bytes in hexadecimal digits, what has to stay, smallest
        arguments(RunPass.SIMPLIFY, "ff 80 41", any(), "00 00 00"),
        arguments(RunPass.LOWER, "ff", has("[\u0061-\u00ff]"), "61"),
        arguments(RunPass.LOWER, "ac", has("^[\u00a0-\u00bf]"), "a0"),
        arguments(RunPass.LOWER, "ac", has("^[\u00a5-\u00bf]"), "a5"),
        // A length before a text: all of the byte, or its five lowest bits.
        arguments(RunPass.CUT_COUNTED, "05 61 62 63 64 65", prefixed(0xFF, 1), "00"),
        arguments(RunPass.CUT_COUNTED, "65 61 62 63 64 65", prefixed(0x1F, 1), "60"),
        arguments(RunPass.CUT_COUNTED, "02 00 61 62", prefixed(0xFF, 2), "00 00"),
        arguments(RunPass.CUT_COUNTED, "02 00 00 00 61 62", prefixed(0xFF, 4), "00 00 00 00"),
        arguments(RunPass.CUT_COUNTED, "01 02" + " 61".repeat(258), wide(true), "00 00"),
        arguments(RunPass.CUT_COUNTED, "02 01" + " 61".repeat(258), wide(false), "00 00"),
        // A number of items of three bytes.
        arguments(RunPass.CUT_COUNTED, "a7" + " 01 02 03".repeat(7), items(0xA0, 3), "a0"));
  }

  @ParameterizedTest
  @MethodSource("passesOfBytes")
  void arrivesAtTheSmallestBytes(
      RunPass pass, String hex, Predicate<String> predicate, String smallest) {
    ScriptedTrial<int[]> trial = trial(bytes(hex), PLENTY, predicate);

    int[] shrunk = pass.shrink(run(bytes(hex)), RunKind.BINARY, trial);

    assertThat(text(shrunk)).isEqualTo(bytes(smallest));
  }

  @ParameterizedTest
  @EnumSource
  void returnsWhatWasAcceptedLastWheneverTheTrialIsOver(RunPass pass) {
    Random random = new Random(1);
    for (int limit = 0; limit < 60; limit++) {
      int[] value = random.ints(40, 0, 256).toArray();
      int[] before = value.clone();
      ScriptedTrial<int[]> trial =
          new ScriptedTrial<>(value, limit, v -> v.length >= 3 && v.length % 3 != 2);

      int[] shrunk = pass.shrink(value, RunKind.BINARY, trial);

      assertThat(shrunk).isEqualTo(trial.lastAccepted());
      assertThat(value).as("what it was given").isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void triesOnlyWhatIsSmaller(RunPass pass) {
    String text =
        "Some text, {with} \"text\" [brackets [12]] & 9:brackets. (A number: 0123456789)\n3\n\n";
    for (RunKind kind : RunKind.values()) {
      int[][] best = {run(text)};
      ScriptedTrial<int[]> trial =
          new ScriptedTrial<>(
              run(text),
              PLENTY,
              v -> {
                assertThat(Arrays.equals(v, run(text)) || isSmaller(v, best[0], kind)).isTrue();
                boolean accepted = v.length > 50;
                best[0] = accepted ? v : best[0];
                return accepted;
              });

      pass.shrink(run(text), kind, trial);
    }
  }

  private static boolean isSmaller(int[] one, int[] other, RunKind kind) {
    if (one.length != other.length) {
      return one.length < other.length;
    }
    int lower = 0;
    for (int i = 0; i < one.length; i++) {
      int difference = kind.rank(one[i]) - kind.rank(other[i]);
      assertThat(difference).isLessThanOrEqualTo(0);
      lower += difference < 0 ? 1 : 0;
    }
    return lower > 0;
  }

  @ParameterizedTest
  @EnumSource
  void takesTheSamePathEachTime(RunPass pass) {
    int[] value = new Random(5).ints(60, 0, 256).toArray();
    Predicate<int[]> predicate = v -> Arrays.hashCode(v) % 3 == 0 || Arrays.equals(v, value);
    ScriptedTrial<int[]> one = new ScriptedTrial<>(value, PLENTY, predicate);
    ScriptedTrial<int[]> other = new ScriptedTrial<>(value, PLENTY, predicate);

    pass.shrink(value, RunKind.BINARY, one);
    pass.shrink(value, RunKind.BINARY, other);

    assertThat(one.tried()).usingElementComparator(Arrays::compare).isEqualTo(other.tried());
  }

  @Test
  void onlyPassesThatTakeAboutOneRunASymbolAreCheap() {
    for (RunPass pass : RunPass.values()) {
      int[] value = run("~\"9~ \n".repeat(20));
      ScriptedTrial<int[]> trial = new ScriptedTrial<>(value, PLENTY, v -> Arrays.equals(v, value));

      pass.shrink(value, RunKind.BINARY, trial);

      assertThat(trial.tried().size())
          .as(pass.name())
          .isLessThan(pass.isCheap() ? 2 * value.length : 120 * value.length);
    }
  }

  private static ScriptedTrial<int[]> trial(String value, int limit, Predicate<String> predicate) {
    return new ScriptedTrial<>(run(value), limit, v -> predicate.test(text(v)));
  }

  private static int[] run(String text) {
    return text.codePoints().toArray();
  }

  private static String text(int[] run) {
    return new String(run, 0, run.length);
  }

  /** Characters below 256 that stand for bytes. */
  private static String bytes(String hex) {
    String digits = hex.replace(" ", "");
    byte[] bytes = HexFormat.of().parseHex(digits);
    return new String(bytes, ISO_8859_1);
  }

  private static Predicate<String> any() {
    return v -> true;
  }

  private static Predicate<String> length(int atLeast) {
    return v -> v.length() >= atLeast;
  }

  private static Predicate<String> multipleOf(int length) {
    return v -> !v.isEmpty() && v.length() % length == 0;
  }

  private static Predicate<String> has(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL).asPredicate();
  }

  private static Predicate<String> balanced() {
    return v -> v.chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum() == 0;
  }

  /** Texts, each with its length before, as in bencode. */
  private static Predicate<String> counted() {
    return v -> BencodeReader.isRead(v.replace("!", ""));
  }

  private static Predicate<String> counted(String part) {
    return counted().and(v -> v.contains(part));
  }

  /** A length in bits of the first byte, then other bytes of the length, and so many behind. */
  private static Predicate<String> prefixed(int mask, int width) {
    return v ->
        v.length() >= width
            && v.substring(1, width).chars().allMatch(c -> c == 0)
            && (v.charAt(0) & ~mask & 0xFF) == (mask == 0xFF ? 0 : 0x60)
            && v.length() - width == (v.charAt(0) & mask);
  }

  private static Predicate<String> wide(boolean highestFirst) {
    return v ->
        v.length() > 1
            && v.length() - 2
                == (highestFirst ? v.charAt(0) << 8 | v.charAt(1) : v.charAt(1) << 8 | v.charAt(0));
  }

  private static Predicate<String> items(int kind, int length) {
    return v ->
        !v.isEmpty()
            && (v.charAt(0) & 0xE0) == kind
            && v.length() - 1 == (v.charAt(0) & 0x1F) * length;
  }
}
