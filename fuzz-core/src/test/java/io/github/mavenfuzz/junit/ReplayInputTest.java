package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.RecordType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayInputTest {

  record Positive(int value) {
    Positive {
      if (value < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  @Test
  void saysWhyTheTargetDoesNotTakeAnInput() {
    assertThat(positive(-1).refusal())
        .contains(
            "the input seed is none that the target takes, because the constructor of "
                + Positive.class.getName()
                + " refuses it: java.lang.IllegalArgumentException: negative");
    assertThat(positive(1).refusal()).isEmpty();
    assertThat(positive(1).values()).containsExactly(new Positive(1));
  }

  @Test
  void leavesOtherProblemsToTheRun() {
    for (ReplayInput.Source broken :
        List.<ReplayInput.Source>of(
            () -> {
              throw new MalformedInputException("no JSON");
            },
            () -> {
              throw new IOException("gone");
            })) {
      ReplayInput input = new ReplayInput("seed", "fuzz/seed", broken);

      assertThat(input.refusal()).isEmpty();
      assertThatExceptionOfType(ReplayException.class).isThrownBy(input::values);
    }
  }

  private static ReplayInput positive(int value) {
    InputShape shape =
        new InputShape(
            List.of(
                new RecordType(
                    Positive.class.getName(),
                    List.of(new RecordType.Component("value", LeafType.of(LeafKind.INT))))));
    ArgumentFactory factory = ArgumentFactory.of(shape, ReplayInputTest.class);
    return new ReplayInput(
        "seed",
        "fuzz/seed",
        () -> {
          Object[] values = {List.of(value)};
          factory.convert(values);
          return Arrays.asList(values);
        });
  }
}
