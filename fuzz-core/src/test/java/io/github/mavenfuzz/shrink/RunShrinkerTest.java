package io.github.mavenfuzz.shrink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all passes together make of inputs as they are in real formats. */
class RunShrinkerTest {
  private static final int PLENTY = 200_000;

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("some bug in much text", has("bug"), "bug"),
        arguments("d8:announce17:http://tracker:80e", bencodeWith("r:8"), "3:r:8"),
        arguments("{\"a\": [1, {\"b\": [[[[42]]]]}], \"c\": 2}", balancedWith("4"), "4"),
        arguments("[".repeat(300) + "]".repeat(300), has("^\\[{20,}\\]{20,}$"), nested(20)),
        arguments(
            "<root><item id=\"1\">x</item></root>", has("^<(\\w+)[^>]*>.*x.*</\\1>$"), "<0>x</0>"),
        arguments("line 1\nline 2\nERROR 3\nline 4\n", has("(?m)^ERROR"), "ERROR"),
        arguments("a\uD83D\uDE00b\uD83D\uDE00c", has("\uD83D\uDE00"), "\uD83D\uDE00"),
        arguments("caf\u00e9 \u4e2d\u6587", has("[^\\x00-\\x7f]"), "\u0080"),
        arguments("x = 98765;", numberAbove(2999), "3000"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void arrivesAtTheSmallestText(String value, Predicate<String> bug, String smallest) {
    assertThat(shrink(LeafKind.STRING, value, v -> bug.test((String) v))).isEqualTo(smallest);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void neverTriesHalfACharacter(String value, Predicate<String> bug, String smallest) {
    shrink(
        LeafKind.STRING,
        value,
        v -> {
          String text = (String) v;
          assertThat(text).doesNotContain("\uFFFD");
          assertThat(text.codePoints()).allMatch(c -> c < 0xD800 || c > 0xDFFF);
          return bug.test(text);
        });
  }

  static Stream<Arguments> binaries() {
    String items = "3a30303030";
    return Stream.of(
        // A map of twelve times two numbers of five bytes, of which one makes it fail.
        arguments(
            "ac" + items.repeat(23) + "3a00000042",
            cborMapWith(-0x43),
            "a1 3a 00 00 00 00 3a 00 00 00 42"),
        // A text of seventeen bytes.
        arguments("71" + "30".repeat(17), cborText(1), "61 30"),
        arguments("0000000568656c6c6f", lengthOfFour(3), "00 00 00 03 00 00 00"),
        arguments("10203040", hasByte(0x40), "40"));
  }

  @ParameterizedTest
  @MethodSource("binaries")
  void arrivesAtTheSmallestBytes(String hex, Predicate<int[]> bug, String smallest) {
    byte[] value = HexFormat.of().parseHex(hex);

    byte[] shrunk = (byte[]) shrink(LeafKind.BYTES, value, v -> bug.test(unsigned((byte[]) v)));

    assertThat(HexFormat.ofDelimiter(" ").formatHex(shrunk)).isEqualTo(smallest);
  }

  @Test
  void findsOneByteInManyWithFewRuns() {
    byte[] value = new byte[10_240];
    new Random(3).nextBytes(value);
    for (int i = 0; i < value.length; i++) {
      value[i] = value[i] == 'X' ? (byte) 'Y' : value[i];
    }
    value[1234] = 'X';
    MutableInput input = input(LeafKind.BYTES, value);
    ScriptedAttempt attempt =
        new ScriptedAttempt(
            input, PLENTY, v -> new String((byte[]) v.get(0), ISO_8859_1).contains("X"));

    new InputShrinker(InputShape.of(LeafKind.BYTES), input, attempt).shrink();

    assertThat((byte[]) input.arguments()[0]).containsExactly('X');
    assertThat(attempt.runs()).isLessThan(200);
  }

  @Test
  void endsWhenNothingGetsSmallerForAWhile() {
    byte[] value = new byte[50];
    new Random(3).nextBytes(value);
    byte[] before = value.clone();
    MutableInput input = input(LeafKind.BYTES, value);
    ScriptedAttempt attempt =
        new ScriptedAttempt(
            input, Integer.MAX_VALUE, v -> Arrays.equals((byte[]) v.get(0), before));

    new InputShrinker(InputShape.of(LeafKind.BYTES), input, attempt).shrink();

    assertThat(attempt.runs()).isLessThan(6_000);
  }

  private static MutableInput input(LeafKind kind, Object value) {
    MutableInput input = new MutableInput(InputShape.of(kind), 1 << 16);
    input.load(Collections.singletonList(value));
    return input;
  }

  private static Object shrink(LeafKind kind, Object value, Predicate<Object> bug) {
    MutableInput input = input(kind, value);
    assertThat(bug).as("the value to begin with").accepts(value);
    ScriptedAttempt attempt = new ScriptedAttempt(input, PLENTY, v -> bug.test(v.get(0)));
    new InputShrinker(InputShape.of(kind), input, attempt).shrink();
    return input.arguments()[0];
  }

  private static Predicate<String> has(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL).asPredicate();
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static Predicate<String> numberAbove(int least) {
    return v ->
        Pattern.compile("\\d{1,9}")
            .matcher(v)
            .results()
            .anyMatch(m -> Integer.parseInt(m.group()) > least);
  }

  /** Texts with their lengths, perhaps in a dictionary. */
  private static Predicate<String> bencodeWith(String part) {
    return v ->
        v.contains(part)
            && (BencodeReader.isRead(v)
                || v.matches("d.*e") && BencodeReader.isRead(v.substring(1, v.length() - 1)));
  }

  private static Predicate<String> balancedWith(String part) {
    return v -> {
      StringBuilder open = new StringBuilder();
      for (char c : v.toCharArray()) {
        if (c == '[' || c == '{') {
          open.append((char) (c + 2));
        } else if (c == ']' || c == '}') {
          int last = open.length() - 1;
          if (last < 0 || open.charAt(last) != c) {
            return false;
          }
          open.setLength(last);
        }
      }
      return open.isEmpty() && v.contains(part);
    };
  }

  private static int[] unsigned(byte[] bytes) {
    int[] all = new int[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i] & 0xFF;
    }
    return all;
  }

  private static Predicate<int[]> hasByte(int wanted) {
    return v -> Arrays.stream(v).anyMatch(b -> b == wanted);
  }

  /** A map of negative numbers of four bytes, complete, with a value. */
  private static Predicate<int[]> cborMapWith(int value) {
    return v -> {
      if (v.length == 0 || v[0] >> 5 != 5 || v.length != 1 + (v[0] & 0x1F) * 10) {
        return false;
      }
      boolean found = false;
      for (int i = 1; i < v.length; i += 5) {
        if (v[i] != 0x3A) {
          return false;
        }
        int number = v[i + 1] << 24 | v[i + 2] << 16 | v[i + 3] << 8 | v[i + 4];
        found |= i % 10 == 6 && -1 - number == value;
      }
      return found;
    };
  }

  private static Predicate<int[]> cborText(int least) {
    return v -> v.length > 0 && v[0] >> 5 == 3 && v.length == 1 + (v[0] & 0x1F) && v.length > least;
  }

  private static Predicate<int[]> lengthOfFour(int least) {
    return v ->
        v.length >= 4 + least && (v[0] << 24 | v[1] << 16 | v[2] << 8 | v[3]) == v.length - 4;
  }
}
