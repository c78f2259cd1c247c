package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.failure.Descents;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One unbounded recursion is one cause, whatever an input makes of it. */
class RecursionTest {
  private static final List<String> PATTERNS =
      List.of("[", "{", "[{", "[[{", "{{[", "[[[[[[{", "{[[{{[");

  static Stream<Arguments> descents() {
    Consumer<String> throughOne = Descents.ThroughOne::read;
    Consumer<String> ofTwo = Descents.OfTwo::read;
    return Stream.of(
        arguments("through one method", throughOne, "Descents$ThroughOne.value"),
        arguments("of two methods", ofTwo, "Descents$OfTwo.array"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("descents")
  void isOneCause(String name, Consumer<String> descent, String hub) throws Exception {
    Random random = new Random(name.hashCode());
    Set<String> causes = new TreeSet<>();
    for (String pattern : PATTERNS) {
      causes.add(overflow(descent, pattern, 256 + random.nextInt(1024)).cause().toString());
    }

    assertThat(causes)
        .containsExactly("java.lang.StackOverflowError at com.example.failure." + hub);
  }

  private static Signature overflow(Consumer<String> descent, String pattern, int kilobytes)
      throws Exception {
    Signature[] signature = new Signature[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                descent.accept(pattern);
              } catch (StackOverflowError error) {
                signature[0] = FailureDescriber.signature(error);
              }
            },
            "overflow",
            (long) kilobytes << 10);
    thread.start();
    thread.join();
    return signature[0];
  }
}
