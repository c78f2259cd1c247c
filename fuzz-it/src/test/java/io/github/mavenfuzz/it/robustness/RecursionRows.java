package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.finding;

import com.example.hostile.Recursion;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.List;

/** Wherever the stack happens to end: the same recursion is one finding. */
final class RecursionRows {
  static final List<Row> ALL =
      List.of(
          overflow("recursion-direct", Recursion.Direct.class, "Direct.descend"),
          overflow("recursion-of-several", Recursion.SeveralFrames.class, "SeveralFrames.element"),
          overflow("recursion-in-finally", Recursion.InFinally.class, "InFinally.close"),
          overflow("recursion-in-hash-code", Recursion.InHashCode.class, "hashCode"));

  private RecursionRows() {}

  private static Row overflow(String name, Class<?> target, String frame) {
    return Row.of(name, target, finding(Kind.EXCEPTION, "StackOverflowError", frame));
  }
}
