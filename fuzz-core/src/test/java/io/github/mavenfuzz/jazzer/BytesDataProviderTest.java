package io.github.mavenfuzz.jazzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The main rules, with the bytes written down. */
class BytesDataProviderTest {
  private static FuzzedDataProvider of(String hex) {
    return new BytesDataProvider(HexFormat.ofDelimiter(" ").parseHex(hex));
  }

  private static Arguments value(
      String bytes, Function<FuzzedDataProvider, Object> call, Object expected, int left) {
    return arguments(bytes, call, expected, left);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        // From the end, the very last byte the most significant.
        value("01 02 03 04 05", FuzzedDataProvider::consumeInt, 0x05040302, 1),
        value("01 02 03 04 05", FuzzedDataProvider::consumeShort, (short) 0x0504, 3),
        value("01 02 03 04 FF", FuzzedDataProvider::consumeByte, (byte) -1, 4),
        value(
            "00 08 07 06 05 04 03 02 01", FuzzedDataProvider::consumeLong, 0x0102030405060708L, 1),
        value("41 00", FuzzedDataProvider::consumeChar, 'A', 0),
        value("FE", FuzzedDataProvider::consumeBoolean, false, 0),
        value("FF", FuzzedDataProvider::consumeBoolean, true, 0),
        // Of those that are left.
        value("01 02", FuzzedDataProvider::consumeInt, 0x0201, 0),
        value("", FuzzedDataProvider::consumeLong, 0L, 0),
        // A surrogate moves to the start of Unicode.
        value("41 D8", FuzzedDataProvider::consumeCharNoSurrogates, 'A', 0),
        value("41 E0", FuzzedDataProvider::consumeCharNoSurrogates, '\uE041', 0));
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        // As many bytes as the range needs.
        value("01 02", p -> p.consumeInt(7, 7), 7, 2),
        value("01 02", p -> p.consumeInt(0, 255), 2, 1),
        value("01 02", p -> p.consumeInt(0, 256), 0x201 % 257, 0),
        // The number as it is if it is in the range, else its remainder.
        value("05", p -> p.consumeInt(-10, 10), 5, 0),
        value("0B", p -> p.consumeInt(-10, 10), -10 + 0x0B, 0),
        value("FF", p -> p.consumeByte((byte) -3, (byte) 3), (byte) -1, 0),
        value("FF", p -> p.consumeInt(-3, 3), -3 + 0xFF % 7, 0),
        value("FF FF FF FF", p -> p.consumeInt(0, Integer.MAX_VALUE), Integer.MAX_VALUE, 0),
        value(
            "FE FF FF FF FF FF FF FF", p -> p.consumeLong(Long.MIN_VALUE, Long.MAX_VALUE), -2L, 0),
        // Of no bytes, 0 or the minimum.
        value("", p -> p.consumeInt(-1, 1), 0, 0),
        value("", p -> p.consumeInt(5, 9), 5, 0),
        value("02", p -> p.pickValue(new String[] {"a", "b", "c"}), "c", 0),
        value("01 00", p -> p.pickValues(List.of(1, 2, 3), 2), List.of(1, 3), 0));
  }

  static Stream<Arguments> floats() {
    return Stream.of(
        value("00 00 00 80", FuzzedDataProvider::consumeProbabilityFloat, 0.5f, 0),
        value("FF FF FF FF", FuzzedDataProvider::consumeProbabilityFloat, 1f, 0),
        value("00 00 00 00 00 00 00 40", FuzzedDataProvider::consumeProbabilityDouble, 0.25, 0),
        value("00 00 00 80", p -> p.consumeRegularFloat(-1, 3), 1f, 0),
        // Too wide for a float: first a boolean for the half.
        value("00 00 00 00 01", FuzzedDataProvider::consumeRegularFloat, 0f, 0),
        value("00 00 00 00 00", FuzzedDataProvider::consumeRegularFloat, -Float.MAX_VALUE, 0),
        // Of no bytes, zero; else a first byte up to 10 stands for a special value.
        value("", FuzzedDataProvider::consumeFloat, 0f, 0),
        value("01", FuzzedDataProvider::consumeFloat, -0f, 0),
        value("AA 00 00 00 00 00 02", FuzzedDataProvider::consumeFloat, Float.POSITIVE_INFINITY, 1),
        value("00 00 00 00 01 0B", FuzzedDataProvider::consumeFloat, 0f, 0),
        value("04", FuzzedDataProvider::consumeDouble, Double.NaN, 0));
  }

  static Stream<Arguments> arrays() {
    return Stream.of(
        // From the front, in the order of the file.
        value("01 02 03", p -> p.consumeBytes(2), new byte[] {1, 2}, 1),
        value("01 02 03", p -> p.consumeBytes(9), new byte[] {1, 2, 3}, 0),
        value("01 02", FuzzedDataProvider::consumeRemainingAsBytes, new byte[] {1, 2}, 0),
        value("00 01 02", p -> p.consumeBooleans(3), new boolean[] {false, true, true}, 0),
        // Whole elements only, the first byte the least significant.
        value("01 02 03", p -> p.consumeShorts(2), new short[] {0x0201}, 1),
        value("01 02 03 04 05", p -> p.consumeInts(2), new int[] {0x04030201}, 1),
        value("01 02 03 04", p -> p.consumeLongs(1), new long[] {}, 4));
  }

  static Stream<Arguments> strings() {
    return Stream.of(
        value("61 62 63 64", p -> p.consumeString(3), "abc", 1),
        value("61 62", p -> p.consumeString(0), "", 2),
        // The last byte alone is no string.
        value("61", p -> p.consumeString(3), "", 0),
        // A backslash ends the string and takes the next byte with it, unless that is one too.
        value("61 5C 62 63", p -> p.consumeString(9), "a", 1),
        value("61 5C 5C 62", p -> p.consumeString(9), "a\\b", 0),
        value("61 5C", p -> p.consumeString(9), "a", 0),
        value("61 62 5C", p -> p.consumeString(2), "ab", 1),
        value("61 5C 62", FuzzedDataProvider::consumeRemainingAsString, "a\\b", 0),
        // Modified UTF-8 is taken as it is.
        value("C3 A4 E2 82 AC", p -> p.consumeString(9), "ä€", 0),
        value("00 C0 80", p -> p.consumeString(9), "\0\0", 0),
        value("ED A0 BD ED B8 80", p -> p.consumeString(9), "😀", 0),
        // What is not is made so.
        value("84 24", p -> p.consumeString(9), "\u0124", 0),
        value("C1 81", p -> p.consumeString(9), "\u00C1", 0),
        value("E0 80 80", p -> p.consumeString(9), "\u0800", 0),
        value("F0 9F 98 80", p -> p.consumeString(9), "\u0FD8", 0),
        value("ED B8 80 41 00 42", p -> p.consumeString(9), "\uDA00\uDC02", 0),
        // A character cut short is dropped.
        value("61 E2 82", p -> p.consumeString(9), "a", 0),
        value("61 ED A0 BD ED B8", p -> p.consumeString(9), "a", 0),
        value("61 ED A0 BD ED B8 80", p -> p.consumeString(2), "a", 3));
  }

  static Stream<Arguments> asciiStrings() {
    return Stream.of(
        value("E1 62 80", p -> p.consumeAsciiString(9), "ab\0", 0),
        value("61 DC 5C 62", p -> p.consumeAsciiString(9), "a\\b", 0),
        value("61 DC 62 63", p -> p.consumeAsciiString(9), "a", 1),
        value("61 DC", FuzzedDataProvider::consumeRemainingAsAsciiString, "a\\", 0));
  }

  @ParameterizedTest
  @MethodSource({"numbers", "ranges", "floats", "arrays", "strings", "asciiStrings"})
  void makesOfBytes(
      String bytes, Function<FuzzedDataProvider, Object> call, Object expected, int left) {
    FuzzedDataProvider provider = of(bytes);

    assertThat(call.apply(provider)).isEqualTo(expected);
    assertThat(provider.remainingBytes()).isEqualTo(left);
  }

  @Test
  void takesFromBothEndsUntilTheyMeet() {
    FuzzedDataProvider provider = of("61 62 03 04");

    assertThat(provider.consumeByte()).isEqualTo((byte) 4);
    assertThat(provider.consumeBytes(1)).containsExactly('a');
    assertThat(provider.consumeByte()).isEqualTo((byte) 3);
    assertThat(provider.consumeInt()).isEqualTo('b');
    assertThat(provider.remainingBytes()).isZero();
    assertThat(provider.consumeString(5)).isEmpty();
  }

  static Stream<Consumer<FuzzedDataProvider>> impossibleCalls() {
    return Stream.of(
        p -> p.consumeInt(1, 0),
        p -> p.consumeByte((byte) 1, (byte) -1),
        p -> p.consumeChar('b', 'a'),
        p -> p.consumeRegularFloat(1, 0),
        p -> p.consumeRegularDouble(0, Double.POSITIVE_INFINITY),
        p -> p.consumeRegularDouble(Double.NaN, 0),
        p -> p.consumeBytes(-1),
        p -> p.consumeString(-1),
        p -> p.pickValue(new int[0]));
  }

  @ParameterizedTest
  @MethodSource("impossibleCalls")
  void refusesTheImpossibleAndTakesNothing(Consumer<FuzzedDataProvider> call) {
    FuzzedDataProvider provider = of("01 02");

    assertThatIllegalArgumentException().isThrownBy(() -> call.accept(provider));

    assertThat(provider.remainingBytes()).isEqualTo(2);
  }
}
