package io.github.mavenfuzz.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutableInputTest {
  private static final InputShape SHAPE =
      InputShape.of(LeafKind.BYTES, LeafKind.STRING, LeafKind.INT);

  @Test
  void hasASlotForEachParameter() {
    MutableInput input = new MutableInput(SHAPE, 100);
    assertThat(input.size()).isEqualTo(3);
    assertThat(bytes(input, 0).maxLength()).isEqualTo(100);
    assertThat(bytes(input, 1).maxLength()).isEqualTo(100);
    assertThat(((NumberSlot) input.slot(2)).kind()).isEqualTo(LeafKind.INT);
  }

  @Test
  void givesTheValuesThatItLoaded() {
    MutableInput input = input(new byte[] {1, 2}, "text", 7);
    assertThat(input.arguments()).containsExactly(new byte[] {1, 2}, "text", 7);
    assertThat(input.values()).containsExactly(new byte[] {1, 2}, "text", 7);
  }

  @Test
  void forgetsWhatItHeldBefore() {
    MutableInput input = input(new byte[] {1, 2}, "text", 7);
    input.load(SHAPE.zeroValues());
    assertThat(input.arguments()).containsExactly(new byte[0], "", 0);
  }

  @Test
  void isNotChangedByATargetThatChangesItsArgument() {
    MutableInput input = input(new byte[] {1, 2}, "text", 7);
    ((byte[]) input.arguments()[0])[0] = 9;
    assertThat(input.arguments()[0]).isEqualTo(new byte[] {1, 2});
  }

  @Test
  void copiesAnother() {
    MutableInput original = input(new byte[] {1, 2}, "text", 7);
    MutableInput copy = input(new byte[1000], "longer than that", 8);

    copy.copyFrom(original);
    bytes(original, 0).array()[0] = 9;
    ((NumberSlot) original.slot(2)).setBits(9);

    assertThat(copy.arguments()).containsExactly(new byte[] {1, 2}, "text", 7);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    MutableInput input = new MutableInput(SHAPE, 100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input.load(List.of(new byte[0])))
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input.load(List.of(new byte[0], "", 1, 2)));
  }

  private static ByteRun bytes(MutableInput input, int index) {
    return ((ByteSlot) input.slot(index)).bytes();
  }

  private static MutableInput input(Object... values) {
    MutableInput input = new MutableInput(SHAPE, 100);
    input.load(List.of(values));
    return input;
  }
}
