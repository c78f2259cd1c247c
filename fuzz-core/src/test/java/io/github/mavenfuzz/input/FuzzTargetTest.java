package io.github.mavenfuzz.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.type.LeafKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
  @ValueSource(
      strings = {
        "..",
        ".",
        "a/b",
        "..\\..\\x",
        "/abs",
        "a\0b",
        "a:b",
        "CON",
        "con.example.Parser",
        "a.",
        "a b ",
        "line\nfeed",
        "\u001b[31m",
        "what?",
        "*",
        "100%",
        "half \ud83d",
        "a\u202eb",
        "%2f"
      })
  void hasADirectoryThatEverySystemCanHaveBelowThoseOfAllTargets(String name) {
    for (FuzzTarget target :
        List.of(new FuzzTarget(name, "m", SHAPE), new FuzzTarget("C", name, SHAPE))) {
      Path directory = target.relativeDirectory();

      assertThat(Path.of("root").resolve(directory).normalize().getParent().getParent())
          .isEqualTo(Path.of("root"));
      for (Path part : directory) {
        assertThat(part.toString())
            .matches("[^\\p{Cntrl}\\p{Cf}<>:\"/\\\\|?*]*[^\\p{Cntrl}\\p{Cf}<>:\"/\\\\|?*. ]")
            .doesNotMatch("(?i)con(\\..*)?");
      }
    }
  }

  @Test
  void hasADirectoryThatNoOtherTargetHas() {
    String longName = "x".repeat(300);
    String shortened = FileName.of(longName, 0);
    List<String> names =
        List.of(
            "a:b",
            "a%3ab",
            "a%3Ab",
            "a?b",
            "a\\b",
            "a/b",
            "a",
            "a.",
            "a%2e",
            "CON",
            "%43ON",
            longName,
            longName + "y",
            longName.substring(1) + "y",
            shortened,
            "é",
            "e");

    assertThat(
            names.stream().map(n -> new FuzzTarget("C", n, SHAPE).relativeDirectory()).distinct())
        .hasSameSizeAs(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "x", "\u0001", "\ud83d\ude00"})
  void hasADirectoryOfAtMost255Bytes(String character) {
    String directory = FileName.of(character.repeat(60_000), 0);
    String withRest = FileName.of(character.repeat(300), 9);

    assertThat(directory.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(200, 255);
    assertThat(withRest.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(200, 246);
    assertThat(FileName.of("x".repeat(255), 0)).isEqualTo("x".repeat(255));
  }

  @Test
  void refusesNoName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FuzzTarget("", "m", SHAPE));
    assertThatIllegalArgumentException().isThrownBy(() -> new FuzzTarget("C", "", SHAPE));
  }
}
