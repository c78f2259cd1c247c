package io.github.mavenfuzz.mutate;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static io.github.mavenfuzz.type.SampleTypes.list;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HintMutationTest {
  private static final int MAX_LENGTH = 12;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);

  @ParameterizedTest
  @CsvSource({
    "GIF87a, 0, 6, GIF89a, GIF89a",
    "abcdef, 2, 4, xy, abxyef",
    "abcdef, 2, 4, xyz, abxyzef",
    "abcdef, 2, 4, x, abxef",
    "abcdef, 2, 4, '', abef",
    "abcdef, 0, 6, '', ''",
    "abcdef, 0, 0, x, xabcdef",
    "abcdef, 6, 6, x, abcdefx",
    "abcdef, 3, 3, uvwxyz, abcuvwxyzdef"
  })
  void replacesBytes(String before, int from, int to, String content, String after) {
    MutableInput input = input(types(TEXT), before);

    assertThat(HintMutation.apply(input, Hint.of(edit(0, from, to, content)))).isTrue();
    assertThat(input.values()).containsExactly(after);
  }

  static Stream<Hint.Edit> unfit() {
    return Stream.of(
        edit(0, 5, 7, "x"),
        edit(0, 7, 7, "x"),
        edit(0, 4, 2, "x"),
        edit(0, -5, 2, "x"),
        edit(0, 0, 0, "1234567"),
        edit(1, 0, 0, "x"),
        edit(9, 0, 0, "x"),
        Hint.Edit.whole(1, new byte[3]),
        Hint.Edit.whole(1, new byte[5]),
        Hint.Edit.whole(2, new byte[] {0, 0, 0, 9}),
        Hint.Edit.whole(9, new byte[4]));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void leavesTheInputAsItWasWhenNothingFits(Hint.Edit edit) {
    MutableInput input = input(types(TEXT, INT, bounded(LeafKind.INT, 1, 5)), "abcdef", 7, 3);

    assertThat(HintMutation.apply(input, Hint.of(edit))).isFalse();
    assertThat(input.values()).containsExactly("abcdef", 7, 3);
  }

  @Test
  void leavesOutOnlyWhatDoesNotFit() {
    MutableInput input = input(types(TEXT, INT), "abcdef", 7);
    Hint hint = new Hint(List.of(edit(0, 0, 1, "x"), edit(0, 9, 10, "y"), edit(1, 0, 1, "z")));

    assertThat(HintMutation.apply(input, hint)).isTrue();
    assertThat(input.values()).containsExactly("xbcdef", 7);
  }

  @Test
  void countsTheBytesOfSeveralEditsAsTheyWereBefore() {
    MutableInput input = input(types(TEXT), "abcdef");
    Hint hint = new Hint(List.of(edit(0, 0, 1, ""), edit(0, 2, 3, "xyz"), edit(0, 6, 6, "!")));

    HintMutation.apply(input, hint);

    assertThat(input.values()).containsExactly("bxyzdef!");
  }

  @Test
  void givesSlotsOtherValues() {
    MutableInput input = input(types(INT, list(INT, 0, 9)), 7, List.of(1, 2, 3));
    MutableInput other = input(types(INT, list(INT, 0, 9)), 9, List.of(4));
    Hint hint = new Hint(List.of(whole(0, other, 0), whole(1, other, 1)));

    assertThat(HintMutation.apply(input, hint)).isTrue();
    assertThat(input.values()).isEqualTo(other.values());
  }

  @Test
  void changesElements() {
    MutableInput input = input(types(list(TEXT, 0, 9)), List.of("a", "b"));

    HintMutation.apply(input, new Hint(List.of(edit(1, 1, 1, "1"), edit(2, 0, 1, "2"))));

    assertThat(input.values()).containsExactly(List.of("a1", "2"));
  }

  @Test
  void staysWithinTheBoundsOfAText() {
    MutableInput input = input(types(bounded(LeafKind.STRING, 2, 5)), "abc");

    HintMutation.apply(input, Hint.of(edit(0, 0, 3, "x")));

    assertThat(input.slot(0).isValid()).isTrue();
    assertThat((String) input.values().get(0)).startsWith("x").hasSize(2);
  }

  private static Hint.Edit whole(int slot, MutableInput input, int argument) {
    return Hint.Edit.whole(slot, Slots.form(input.slot(argument)));
  }

  private static Hint.Edit edit(int slot, int from, int to, String content) {
    return new Hint.Edit(slot, from, to, content.getBytes(US_ASCII));
  }

  private static InputShape types(ValueType... types) {
    return new InputShape(List.of(types));
  }

  private static MutableInput input(InputShape shape, Object... values) {
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    input.load(List.of(values));
    return input;
  }
}
