package io.github.mavenfuzz.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.ByteSlot;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthFieldTest {

  @ParameterizedTest
  @CsvSource({
    "03 61 62 63, 1, 3, 0, BYTE",
    "00 03 61 62 63, 2, 3, 0, BYTES_2",
    "03 00 61 62 63, 2, 3, 0, BYTES_2_LITTLE",
    "00 00 00 03 61 62 63, 4, 3, 0, BYTES_4",
    "FF 03 00 00 00 61 62 63, 5, 3, 1, BYTES_4_LITTLE",
    "00 00 00 00 00 00 00 03 61 62 63, 8, 3, 0, BYTES_8",
    "03 00 00 00 00 00 00 00 61 62 63, 8, 3, 0, BYTES_8_LITTLE",
    "FF 00 03 61 62 63, 3, 3, 1, BYTES_2"
  })
  void findsTheLargestFieldRightBeforeTheBytes(
      String bytes, int place, int length, int at, NumberForm form) {
    assertThat(LengthField.before(slot(bytes), place, length)).contains(new LengthField(at, form));
  }

  @ParameterizedTest
  @CsvSource({"04 61 62 63, 1, 3", "61 62 63, 0, 3", "03 FF 61 62 63, 2, 3"})
  void findsNoneThatCountsSomethingElse(String bytes, int place, int length) {
    assertThat(LengthField.before(slot(bytes), place, length)).isEmpty();
  }

  @Test
  void takesAnotherLength() {
    assertThat(new LengthField(1, NumberForm.BYTES_2).with(7, 260))
        .isEqualTo(new Hint.Edit(7, 1, 3, new byte[] {1, 4}));
  }

  @Test
  void staysAsItIsWhenALengthIsTooLargeForIt() {
    assertThat(new LengthField(1, NumberForm.BYTE).with(7, 260))
        .isEqualTo(new Hint.Edit(7, 1, 1, new byte[0]));
  }

  @Test
  void mayCountNothing() {
    assertThat(LengthField.zeros(slot("61 00 00 62")))
        .containsExactly(
            new LengthField(1, NumberForm.BYTES_2),
            new LengthField(1, NumberForm.BYTE),
            new LengthField(2, NumberForm.BYTE))
        .extracting(LengthField::end)
        .containsExactly(3, 2, 3);
  }

  private static ByteSlot slot(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    return (ByteSlot) Sample.bytes(new String(bytes, StandardCharsets.ISO_8859_1)).slot(0);
  }
}
