package io.github.mavenfuzz.jazzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TracedDataProviderTest {
  private static final int SEQUENCES = 10_000;
  private static final int MAX_CALLS = 25;

  @Test
  void makesTheSameValuesAsAProviderThatIsNotTraced() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      byte[] data = RandomBytes.next(random);
      FuzzedDataProvider plain = new BytesDataProvider(data);
      FuzzedDataProvider traced = new TracedDataProvider(data, new TakenLog());
      for (int n = random.nextInt(MAX_CALLS); n >= 0; n--) {
        RandomCall call = RandomCall.next(random);
        assertThat(call.outcome(traced)).as(call.text()).isEqualTo(call.outcome(plain));
      }
    }
  }

  /** Bytes, a call, and where the bytes of the value are. */
  static Stream<Arguments> values() {
    return Stream.of(
        value("01 02 03 04 05", p -> p.consumeInt(), 0x05040302L, 1, 5),
        value("01 02 03 04 05", p -> p.consumeShort(), 0x0504L, 3, 5),
        value("01 02 FF", p -> p.consumeByte(), -1L, 2, 3),
        value("01 02 FF", p -> p.consumeBoolean(), 1L, 2, 3),
        value("01 02 61", p -> p.consumeInt(0, 1000), (long) (0x6102 % 1001), 1, 3),
        value("01 02", p -> p.consumeInt(), 0x0201L, 0, 2),
        value("00 00 00 80", p -> p.consumeProbabilityFloat(), 0.5, 0, 4),
        value("61 62 5C 00 63", p -> p.consumeString(9), "ab", 0, 4),
        value("61 62 63", p -> p.consumeString(2), "ab", 0, 2),
        value("61 62 63", p -> p.consumeRemainingAsString(), "abc", 0, 3));
  }

  private static Arguments value(
      String bytes, Consumer<FuzzedDataProvider> call, Object value, int from, int to) {
    return Arguments.of(bytes, call, value, from, to);
  }

  @ParameterizedTest
  @MethodSource("values")
  void notesOfWhichBytesAValueIsMade(
      String bytes, Consumer<FuzzedDataProvider> call, Object value, int from, int to) {
    List<TakenValue> taken = taken(bytes, call);

    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).value()).isEqualTo(value);
    assertThat(taken.get(0).from()).isEqualTo(from);
    assertThat(taken.get(0).to()).isEqualTo(to);
  }

  @Test
  void notesHowManyBytesANumberLacks() {
    List<TakenValue> taken = taken("01 02", p -> p.consumeInt(), p -> p.consumeLong());

    assertThat(taken).extracting(TakenValue::missing).containsExactly(2, 8);
  }

  @Test
  void notesNothingOfANumberThatTakesNoBytes() {
    assertThat(taken("01 02", p -> p.consumeInt(3, 3))).isEmpty();
  }

  @Test
  void notesTheBytesOfPartsButNotTheirValues() {
    List<TakenValue> taken = taken("00".repeat(14), p -> p.consumeFloat(), p -> p.consumeInt());

    assertThat(taken).extracting(TakenValue::size).containsExactly(1, 1, 4, 4);
    assertThat(taken.subList(0, 3))
        .allMatch(part -> part.value().equals(Double.NaN) && part.encoder().apply(1L) == null);
  }

  @Test
  void notesWhatAFloatWouldHaveTaken() {
    assertThat(taken("", p -> p.consumeFloat(), p -> p.consumeDouble()))
        .extracting(TakenValue::missing)
        .containsExactly(6, 10);
  }

  /** A call, a wanted value, and its bytes; null when there are none. */
  static Stream<Arguments> encodings() {
    return Stream.of(
        encoding(p -> p.consumeInt(), -2L, "FE FF FF FF"),
        encoding(p -> p.consumeInt(), 1L << 31, null),
        encoding(p -> p.consumeByte(), 127L, "7F"),
        encoding(p -> p.consumeByte(), 128L, null),
        encoding(p -> p.consumeBoolean(), 1L, "01"),
        encoding(p -> p.consumeBoolean(), 2L, null),
        encoding(p -> p.consumeShort(), -32769L, null),
        encoding(p -> p.consumeChar(), 0xD800L, "00 D8"),
        encoding(p -> p.consumeCharNoSurrogates(), 0xD800L, null),
        encoding(p -> p.consumeLong(), Long.MIN_VALUE, "00 00 00 00 00 00 00 80"),
        encoding(p -> p.consumeInt(0, 1000), 500L, "F4 01"),
        encoding(p -> p.consumeInt(0, 1000), 1001L, null),
        encoding(p -> p.consumeInt(Integer.MIN_VALUE, Integer.MAX_VALUE), -2L, "FE FF FF FF"),
        encoding(p -> p.consumeInt(100_000, 100_010), 100_003L, "03"),
        encoding(p -> p.consumeInt(-10, 100), -5L, "74"),
        encoding(p -> p.consumeByte((byte) -100, (byte) 50), -60L, "C4"),
        encoding(p -> p.consumeProbabilityDouble(), 0.5, "00 00 00 00 00 00 00 80"),
        encoding(p -> p.consumeProbabilityDouble(), 1.5, null),
        encoding(p -> p.consumeRegularFloat(-1, 3), 1.0, "FF FF FF 7F"));
  }

  private static Arguments encoding(
      Consumer<FuzzedDataProvider> call, Object wanted, String bytes) {
    return Arguments.of(call, wanted, bytes);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void knowsTheBytesOfAnotherValue(
      Consumer<FuzzedDataProvider> call, Object wanted, String expected) {
    byte[] bytes = taken("00 00 00 00 00 00 00 00", call).get(0).encoder().apply(wanted);

    assertThat(bytes == null ? null : hex(bytes)).isEqualTo(expected);
  }

  @SafeVarargs
  private static List<TakenValue> taken(String bytes, Consumer<FuzzedDataProvider>... calls) {
    TakenLog log = new TakenLog();
    byte[] data = HexFormat.of().parseHex(bytes.replace(" ", ""));
    FuzzedDataProvider provider = new TracedDataProvider(data, log);
    for (Consumer<FuzzedDataProvider> call : calls) {
      call.accept(provider);
    }
    return log.drain();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }
}
