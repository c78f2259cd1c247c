package io.github.mavenfuzz.slot;

import static io.github.mavenfuzz.type.LeafKind.BOOLEAN;
import static io.github.mavenfuzz.type.LeafKind.BYTE;
import static io.github.mavenfuzz.type.LeafKind.CHAR;
import static io.github.mavenfuzz.type.LeafKind.DOUBLE;
import static io.github.mavenfuzz.type.LeafKind.FLOAT;
import static io.github.mavenfuzz.type.LeafKind.INT;
import static io.github.mavenfuzz.type.LeafKind.LONG;
import static io.github.mavenfuzz.type.LeafKind.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTest {

  static final List<Arguments> NUMBERS =
      List.of(
          arguments(BOOLEAN, false, 0L),
          arguments(BOOLEAN, true, 1L),
          arguments(BYTE, (byte) -1, -1L),
          arguments(BYTE, Byte.MAX_VALUE, 127L),
          arguments(SHORT, Short.MIN_VALUE, -32768L),
          arguments(CHAR, '\uFFFF', 65535L),
          arguments(CHAR, '\uD800', 0xD800L),
          arguments(INT, Integer.MIN_VALUE, (long) Integer.MIN_VALUE),
          arguments(LONG, Long.MIN_VALUE, Long.MIN_VALUE),
          arguments(FLOAT, 1f, 0x3F80_0000L),
          arguments(FLOAT, -0f, (long) Integer.MIN_VALUE),
          arguments(DOUBLE, 1d, 0x3FF0_0000_0000_0000L),
          arguments(DOUBLE, -0d, Long.MIN_VALUE),
          arguments(DOUBLE, Double.NaN, 0x7FF8_0000_0000_0000L));

  @ParameterizedTest
  @FieldSource("NUMBERS")
  void holdsANumberAsBits(LeafKind type, Object value, long bits) {
    NumberSlot slot = number(type);

    slot.load(value);

    assertThat(slot.bits()).isEqualTo(bits);
    assertThat(slot.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @FieldSource("NUMBERS")
  void givesTheNumberOfTheBits(LeafKind type, Object value, long bits) {
    NumberSlot slot = number(type);
    slot.setBits(bits);
    assertThat(slot.value()).isEqualTo(value);
  }

  @ParameterizedTest
  @FieldSource("NUMBERS")
  void copiesTheBits(LeafKind type, Object value, long bits) {
    NumberSlot original = number(type);
    original.load(value);
    NumberSlot copy = number(type);

    copy.copyFrom(original);

    assertThat(copy.bits()).isEqualTo(bits);
  }

  @ParameterizedTest
  @EnumSource(LeafKind.class)
  void holdsZeroAtFirst(LeafKind type) {
    assertThat(new SlotFactory(10).make(LeafType.of(type)).value()).isEqualTo(type.zero());
  }

  @Test
  void holdsAnArrayAsItsBytes() {
    ByteSlot slot = new ByteSlot(LeafType.of(LeafKind.BYTES), 10);
    slot.load((Object) new byte[] {1, 2, 3});
    assertThat(slot.bytes().toArray()).containsExactly(1, 2, 3);
    assertThat(slot.value()).isEqualTo(new byte[] {1, 2, 3});
  }

  @Test
  void holdsAStringAsItsUtf8Form() {
    ByteSlot slot = new ByteSlot(LeafType.of(LeafKind.STRING), 10);
    slot.load("a\u00E4");
    assertThat(slot.bytes().toArray()).containsExactly('a', 0xC3, 0xA4);
    assertThat(slot.value()).isEqualTo("a\u00E4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"longer than ten bytes", "\uD800 and \uDC00"})
  void holdsEveryStringWhateverItsLength(String text) {
    ByteSlot slot = new ByteSlot(LeafType.of(LeafKind.STRING), 10);
    slot.load(text);
    assertThat(slot.value()).isEqualTo(text);
  }

  @Test
  void givesAReplacementCharacterForMalformedBytes() {
    ByteSlot slot = new ByteSlot(LeafType.of(LeafKind.STRING), 10);
    slot.bytes().set(new byte[] {'a', (byte) 0xFF}, 2);
    assertThat(slot.value()).isEqualTo("a\uFFFD");
  }

  private static NumberSlot number(LeafKind kind) {
    return new NumberSlot(LeafType.of(kind));
  }
}
