package io.github.mavenfuzz.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputShapeTest {
  private static final InputShape TWO = InputShape.of(ParameterType.INT, ParameterType.STRING);

  @Test
  void readsAsInSourceCode() {
    assertThat(TWO).hasToString("int, String");
    assertThat(InputShape.of(ParameterType.BYTES)).hasToString("byte[]");
  }

  @Test
  void survivesBeingWrittenAsDescriptors() {
    InputShape all = InputShape.of(ParameterType.values());
    assertThat(InputShape.ofDescriptors(all.descriptors())).isEqualTo(all);
    assertThat(TWO.descriptors()).isEqualTo("I\nLjava/lang/String;");
  }

  @Test
  void refusesADescriptorOfAnotherType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InputShape.ofDescriptors("I\nLjava/util/List;"))
        .withMessageContaining("Ljava/util/List;");
  }

  @Test
  void hasAtLeastOneType() {
    assertThatIllegalArgumentException().isThrownBy(InputShape::of);
    assertThatIllegalArgumentException().isThrownBy(() -> InputShape.ofDescriptors(""));
  }

  @Test
  void keepsItsOwnListOfTypes() {
    List<ParameterType> types = new ArrayList<>(List.of(ParameterType.INT));
    InputShape shape = new InputShape(types);
    types.add(ParameterType.LONG);
    assertThat(shape.size()).isEqualTo(1);
  }

  @Test
  void hasEmptyAndZeroValues() {
    assertThat(TWO.zeroValues()).containsExactly(0, "");
  }

  @ParameterizedTest
  @EnumSource(ParameterType.class)
  void isRawOnlyForASingleArrayOrString(ParameterType type) {
    boolean bytes = type == ParameterType.BYTES || type == ParameterType.STRING;
    assertThat(InputShape.of(type).isRaw()).isEqualTo(bytes);
    assertThat(InputShape.of(type, ParameterType.BYTES).isRaw()).isFalse();
  }
}
