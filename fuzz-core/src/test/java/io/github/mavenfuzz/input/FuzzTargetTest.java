package io.github.mavenfuzz.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTargetTest {
  private static final InputShape SHAPE = InputShape.of(LeafKind.INT);

  @Test
  void hasADirectoryOfItsOwn() {
    FuzzTarget target = new FuzzTarget("com.example.Outer$Inner", "parses all", SHAPE);

    assertThat(target.id()).isEqualTo("com.example.Outer$Inner#parses all");
    assertThat(target.relativeDirectory())
        .isEqualTo(Path.of("com.example.Outer$Inner", "parses all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "..\\b", "a\0b"})
  void refusesNamesThatAreNoDirectories(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new FuzzTarget(name, "m", SHAPE));
    assertThatIllegalArgumentException().isThrownBy(() -> new FuzzTarget("C", name, SHAPE));
  }
}
