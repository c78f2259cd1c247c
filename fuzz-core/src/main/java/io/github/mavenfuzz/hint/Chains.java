package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows hints one after the other where a single one would bring no coverage, such as for a loop
 * that compares each of six numbers: meets what ended the run, looks at what ends it then, and so
 * on. Each input on the way is one hint.
 */
final class Chains {
  private static final int MOST_STEPS = 8;

  /** Comparisons that may have ended a run. */
  private static final int MOST_BLOCKERS = 2;

  /** Hints of each of them that are tried. */
  private static final int MOST_HINTS = 4;

  /** Arguments beyond that many bytes are not worth a hint that holds all of them. */
  private static final int LONGEST = 1 << 12;

  /** What is equal by chance often enough. */
  private static final long SMALL_NUMBER = 1 << 8;

  private static final int SHORT_TEXT = 3;

  private final VariedRuns variations;

  Chains(VariedRuns variations) {
    this.variations = variations;
  }

  /** An input on the way. */
  private record Step(MutableInput input, TracedRun run) {}

  /**
   * @param run of the input
   * @return inputs that come further, as hints for the first one
   */
  List<Hint> follow(MutableInput input, TracedRun run) {
    List<Hint> hints = new ArrayList<>();
    Step complete = complete(input);
    Step step = complete == null ? new Step(input, run) : complete;
    for (int i = 0; i < MOST_STEPS && step != null; i++) {
      step = next(step);
      if (step != null && (i > 0 || complete != null)) { // else it is a hint by itself
        Hint whole = whole(step.input);
        if (whole != null) {
          hints.add(whole);
        }
      }
    }
    return hints;
  }

  /** The input with all values that are null; null when none is, or nothing can be run. */
  private Step complete(MutableInput input) {
    Hint present = AbsentValues.present(Slots.of(input));
    if (present == null) {
      return null;
    }
    MutableInput varied = new MutableInput(input);
    HintMutation.apply(varied, present);
    TracedRun run = variations.run(varied);
    return run == null ? null : new Step(varied, run);
  }

  /** Null when no hint leads further. */
  private Step next(Step step) {
    for (Traced blocker : blockers(step.run)) {
      HintFinder finder = new HintFinder(step.input, step.run.taken(), new Progress());
      List<Hint> hints = finder.hintsOf(blocker);
      for (Hint hint : hints.subList(0, Math.min(MOST_HINTS, hints.size()))) {
        MutableInput varied = new MutableInput(step.input);
        if (!HintMutation.apply(varied, hint)) {
          continue;
        }
        TracedRun second = variations.run(varied);
        if (second == null) {
          return null;
        }
        if (isFurther(step.run, blocker, second)) {
          return new Step(varied, second);
        }
      }
    }
    return null;
  }

  /** The last comparisons that wanted something other than what there was. */
  private static List<Traced> blockers(TracedRun run) {
    List<Traced> blockers = new ArrayList<>();
    for (int i = run.comparisons().size() - 1; i >= 0; i--) {
      Traced traced = run.comparisons().get(i);
      if (isWide(traced) && blockers.size() < MOST_BLOCKERS) {
        blockers.add(traced);
      }
    }
    return blockers;
  }

  private static boolean isWide(Traced traced) {
    Object left = traced.comparison().left();
    Object right = traced.comparison().right();
    if (traced.site().test() != Site.Test.EQUALITY || right == null || left.equals(right)) {
      return false;
    }
    if (left instanceof Long one && right instanceof Long other) {
      return Math.max(Math.abs(one), Math.abs(other)) >= SMALL_NUMBER;
    }
    return !(right instanceof String text) || text.length() >= SHORT_TEXT;
  }

  /** Whether the blocker is met, and the run ends elsewhere. */
  private static boolean isFurther(TracedRun run, Traced blocker, TracedRun second) {
    if (second.comparisons().size() <= run.comparisons().size()) {
      return false;
    }
    RunIndex others = new RunIndex(second.comparisons());
    Traced then = new RunIndex(run.comparisons()).counterpart(blocker, others);
    return then != null && then.comparison().left().equals(then.comparison().right());
  }

  /** The input as it is; null when that is too long. */
  private static Hint whole(MutableInput input) {
    List<Slot> slots = Slots.of(input);
    List<Hint.Edit> edits = new ArrayList<>();
    for (int i = 0; i < input.size(); i++) {
      int number = slots.indexOf(input.slot(i));
      byte[] form = Slots.form(input.slot(i));
      if (number < 0 || form.length > LONGEST) {
        return null;
      }
      edits.add(Hint.Edit.whole(number, form));
    }
    return new Hint(edits);
  }
}
