package io.github.mavenfuzz.hint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.comparison.Site.Constant;
import io.github.mavenfuzz.comparison.Site.Test;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Inputs, comparisons of them, and what hints make of them. */
final class Sample {
  private static final int MAX_LENGTH = 4096;

  /** No run but the first. */
  static final VariedRuns NO_RUNS = variation -> null;

  private Sample() {}

  /** One array of bytes, which are the characters U+0000 to U+00FF. */
  static MutableInput bytes(String latin1) {
    return of(InputShape.of(LeafKind.BYTES), latin1.getBytes(ISO_8859_1));
  }

  static MutableInput text(String text) {
    return of(InputShape.of(LeafKind.STRING), text);
  }

  static MutableInput of(ValueType type, Object value) {
    return of(new InputShape(List.of(type)), value);
  }

  static MutableInput of(InputShape shape, Object... values) {
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    input.load(List.of(values));
    return input;
  }

  static Site site(int line, Test test, Constant constant, List<?> wanted) {
    return new Site("com.example.Target", "run", line, test, constant, wanted);
  }

  /** A comparison in a line, of which the right operand is a constant. */
  static Traced traced(int line, Relation relation, Object left, Object right) {
    return traced(site(line, Test.EQUALITY, Constant.RIGHT, List.of()), relation, left, right);
  }

  static Traced traced(Site site, Relation relation, Object left, Object right) {
    return new Traced(new Comparison(site.line(), relation, left, right), site);
  }

  /** A comparison of two operands of which none is a constant. */
  static Traced open(int line, Relation relation, Object left, Object right) {
    return traced(site(line, Test.EQUALITY, Constant.NONE, List.of()), relation, left, right);
  }

  static Traced order(int line, Object left, Object right) {
    Relation relation = left instanceof Double ? Relation.DOUBLES : Relation.NUMBERS;
    return traced(site(line, Test.ORDER, Constant.RIGHT, List.of()), relation, left, right);
  }

  /** What the hints of one comparison make of an input. */
  static List<Object> outcomes(MutableInput input, Traced traced) {
    return outcomes(input, finder(input, List.of(traced)).hints());
  }

  /** What each hint makes of an input: the value of its first argument, bytes as Latin-1. */
  static List<Object> outcomes(MutableInput input, List<Hint> hints) {
    List<Object> outcomes = new ArrayList<>();
    for (Hint hint : hints) {
      MutableInput copy = new MutableInput(input);
      if (HintMutation.apply(copy, hint)) {
        outcomes.add(first(copy));
      }
    }
    return outcomes;
  }

  /** The value of the first argument, bytes as Latin-1. */
  static Object first(MutableInput input) {
    Object value = input.arguments()[0];
    return value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value;
  }

  /** A finder that has seen a run. */
  static HintFinder finder(MutableInput input, List<Traced> run) {
    return finder(input, run, NO_RUNS);
  }

  static HintFinder finder(MutableInput input, List<Traced> run, VariedRuns variations) {
    HintFinder finder = new HintFinder(input, List.of(), new Progress());
    finder.find(new TracedRun(run, List.of()), variations);
    return finder;
  }

  static TracedRun run(List<Traced> comparisons) {
    return new TracedRun(comparisons, List.of());
  }
}
