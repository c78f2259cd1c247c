package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.failure.Broken;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailedInitializerTest {

  static Stream<Runnable> uses() {
    return Stream.of(
        Broken.ByException::use,
        Broken.ByError::use,
        Broken.WithoutMessage::use,
        Broken.ByCause::use);
  }

  @ParameterizedTest
  @MethodSource("uses")
  void theFirstUseAndTheLaterOnesAreOneFinding(Runnable use) {
    Throwable first = thrownBy(use);
    Throwable second = thrownBy(use);
    Throwable third = thrownBy(use);

    assertThat(second).isInstanceOf(NoClassDefFoundError.class);
    assertThat(FailureDescriber.signature(second))
        .isEqualTo(FailureDescriber.signature(first))
        .isEqualTo(FailureDescriber.signature(third));
    assertThat(FailureDescriber.signature(second).cause().places())
        .singleElement()
        .satisfies(place -> assertThat(place.method()).isEqualTo("<clinit>"));
    assertThat(Poison.isIn(second)).isFalse();
  }

  @Test
  void laterUsesOfWhatFailedWithoutAStackMayBeTheSameAsAFirstOneWithIt() {
    thrownBy(Broken.WithoutStack::use);
    Throwable second = thrownBy(Broken.WithoutStack::use);

    assertThat(FailureDescriber.signature(second))
        .hasToString("java.lang.IllegalStateException at an unknown place");
  }

  @ParameterizedTest
  @MethodSource("exhausted")
  void aClassThatFullMemoryHasBrokenIsPoison(Runnable use) {
    thrownBy(use);

    assertThat(Poison.isIn(thrownBy(use))).isTrue();
  }

  static Stream<Runnable> exhausted() {
    return Stream.of(Broken.ByOverflow::use, Broken.ByFullHeap::use);
  }

  private static Throwable thrownBy(Runnable use) {
    try {
      use.run();
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }
}
