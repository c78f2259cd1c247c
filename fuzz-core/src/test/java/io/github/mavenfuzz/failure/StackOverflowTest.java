package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.failure.Recursions;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real overflows of stacks of many sizes, from the interpreter to compiled code. */
class StackOverflowTest {
  private static final int TIMES = 20;

  static Stream<Arguments> recursions() {
    return Stream.of(
        recursion("direct", Recursions::direct, "Recursions.direct"),
        recursion("through four", Recursions::throughFour, "Recursions.fourth"),
        recursion("in finally", Recursions::inFinally, "Recursions.inFinally"),
        recursion("in a stream", Recursions::throughStream, null),
        recursion("in a lambda", Recursions::throughLambda, null),
        recursion("toString", Recursions::node, "Recursions$Node.toString"),
        recursion("lists in each other", Recursions::listsInEachOther, null),
        recursion("list in itself", Recursions::listInItself, null),
        recursion("set in itself", Recursions::setInItself, null),
        recursion("map in itself", Recursions::mapInItself, null),
        recursion("equal lists", Recursions::equalLists, null));
  }

  private static Arguments recursion(String name, IntConsumer run, String frames) {
    return arguments(name, run, frames);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recursions")
  void oneRecursionIsOneFinding(String name, IntConsumer run, String frames) throws Exception {
    Random random = new Random(name.hashCode());
    Set<String> signatures = new TreeSet<>();
    for (int i = 0; i < TIMES; i++) {
      signatures.add(overflow(run, (256 + random.nextInt(2048)) << 10, random.nextInt(50)));
    }

    assertThat(signatures).hasSize(1);
    assertThat(signatures.iterator().next())
        .startsWith("java.lang.StackOverflowError at ")
        .isEqualTo(
            frames == null
                ? signatures.iterator().next()
                : "java.lang.StackOverflowError at com.example.failure." + frames);
  }

  /** The signature of an overflow in a thread of its own, which begins a few calls deep. */
  private static String overflow(IntConsumer run, int stackSize, int depth) throws Exception {
    String[] signature = new String[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                descend(run, depth);
              } catch (StackOverflowError error) {
                signature[0] = FailureDescriber.signature(error).cause().toString();
              }
            },
            "overflow",
            stackSize);
    thread.start();
    thread.join();
    return signature[0];
  }

  private static void descend(IntConsumer run, int depth) {
    if (depth == 0) {
      run.accept(0);
    } else {
      descend(run, depth - 1);
    }
  }
}
