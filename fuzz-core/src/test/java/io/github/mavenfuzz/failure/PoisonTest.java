package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoisonTest {

  @ParameterizedTest
  @CsvSource({
    "Metaspace, true",
    "Compressed class space, true",
    "unable to create native thread: possibly out of memory or process/resource limits reached, true",
    "Cannot reserve 4096 bytes of direct buffer memory (allocated: 1 limit: 1), true",
    "Direct buffer memory, true",
    "Java heap space, false",
    "GC overhead limit exceeded, false",
    "Requested array size exceeds VM limit, false",
    ", false"
  })
  void whatIsNotTheHeapStaysExhausted(String message, boolean expected) {
    assertThat(Poison.isIn(new OutOfMemoryError(message))).isEqualTo(expected);
    assertThat(Poison.isIn(new LinkageError("x", new OutOfMemoryError(message))))
        .isEqualTo(expected);
  }

  @Test
  void otherFailuresAreNone() {
    assertThat(Poison.isIn(new IllegalStateException("Metaspace"))).isFalse();
    assertThat(Poison.isIn(new StackOverflowError())).isFalse();
    assertThat(Poison.isIn(Hostile.cyclic())).isFalse();
    assertThat(Poison.isIn(new Hostile.Nulls())).isFalse();
  }
}
