package io.github.mavenfuzz.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputShapeTest {
  private static final InputShape TWO = InputShape.of(LeafKind.INT, LeafKind.STRING);

  @Test
  void readsAsInSourceCode() {
    assertThat(TWO).hasToString("int, String");
    assertThat(InputShape.of(LeafKind.BYTES)).hasToString("byte[]");
  }

  @Test
  void survivesBeingWrittenAsJson() {
    InputShape all = InputShape.of(LeafKind.values());
    assertThat(InputShape.ofJson(all.toJson())).isEqualTo(all);
  }

  @Test
  void refusesJsonOfSomethingElse() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InputShape.ofJson("[{\"type\":\"bean\"}]"))
        .withMessageContaining("bean");
  }

  @Test
  void hasAtLeastOneType() {
    assertThatIllegalArgumentException().isThrownBy(InputShape::of);
    assertThatIllegalArgumentException().isThrownBy(() -> InputShape.ofJson("[]"));
  }

  @Test
  void keepsItsOwnListOfTypes() {
    List<ValueType> types = new ArrayList<>(List.of(LeafType.of(LeafKind.INT)));
    InputShape shape = new InputShape(types);
    types.add(LeafType.of(LeafKind.LONG));
    assertThat(shape.size()).isEqualTo(1);
  }

  @Test
  void hasEmptyAndZeroValues() {
    assertThat(TWO.zeroValues()).containsExactly(0, "");
  }

  @ParameterizedTest
  @EnumSource(LeafKind.class)
  void isRawOnlyForASingleArrayOrString(LeafKind type) {
    assertThat(InputShape.of(type).isRaw()).isEqualTo(type.isBytes());
    assertThat(InputShape.of(type, LeafKind.BYTES).isRaw()).isFalse();
  }
}
