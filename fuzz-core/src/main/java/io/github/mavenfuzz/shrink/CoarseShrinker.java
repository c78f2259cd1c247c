package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Makes an input smaller in a few large steps, for failures of which each try costs a JVM: the
 * simplest input of all, each different symbol once, halves of the largest argument, and then what
 * {@link InputShrinker} goes on with.
 */
final class CoarseShrinker {
  private final InputShape shape;
  private final MutableInput input;
  private final Attempt attempt;

  /**
   * @param input what is shrunk
   */
  CoarseShrinker(InputShape shape, MutableInput input, Attempt attempt) {
    this.shape = shape;
    this.input = input;
    this.attempt = attempt;
  }

  void shrink() {
    List<Object> values = input.values();
    List<Object> simplest = shape.zeroValues();
    if (!Arrays.deepEquals(values.toArray(), simplest.toArray())) {
      if (accepts(simplest, input::load)) {
        return;
      }
      input.load(values);
    }
    IntStream.range(0, input.size())
        .mapToObj(input::slot)
        .max(Comparator.comparingLong(Slot::weight))
        .ifPresent(this::halve);
    if (!attempt.isOver()) {
      new InputShrinker(shape, input, attempt).shrink();
    }
  }

  private void halve(Slot slot) {
    if (slot instanceof ByteSlot run && run.face() != ByteSlot.Face.INTEGER) {
      RunShrinker runs = new RunShrinker(run);
      int[] all = runs.run();
      int[] different = Arrays.stream(all).distinct().toArray();
      boolean few = different.length <= all.length / 2 && accepts(different, runs::set);
      int[] best = few ? different : all;
      for (int[] half = half(best, runs); half != null; half = half(best, runs)) {
        best = half;
      }
      runs.set(best);
    } else if (slot instanceof SequenceSlot sequence) {
      List<Slot> best = sequence.elements();
      for (List<Slot> half = half(best, sequence); half != null; half = half(best, sequence)) {
        best = half;
      }
      sequence.setElements(best);
    }
  }

  /** Null when neither half will do. */
  private int[] half(int[] run, RunShrinker runs) {
    int middle = run.length / 2;
    int[] first = Arrays.copyOf(run, middle);
    int[] second = Arrays.copyOfRange(run, middle, run.length);
    if (run.length < 2) {
      return null;
    }
    return accepts(first, runs::set) ? first : accepts(second, runs::set) ? second : null;
  }

  private List<Slot> half(List<Slot> elements, SequenceSlot sequence) {
    int middle = elements.size() / 2;
    List<Slot> first = elements.subList(0, middle);
    List<Slot> second = elements.subList(middle, elements.size());
    if (elements.size() < 2) {
      return null;
    }
    return accepts(first, sequence::setElements)
        ? first
        : accepts(second, sequence::setElements) ? second : null;
  }

  private <T> boolean accepts(T candidate, Consumer<T> setter) {
    if (attempt.isOver()) {
      return false;
    }
    setter.accept(candidate);
    boolean valid = IntStream.range(0, input.size()).allMatch(i -> input.slot(i).isValid());
    return valid && attempt.holds();
  }
}
