package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;
import java.util.Optional;

/**
 * Proposes smaller inputs one at a time, to where each is run in a JVM of its own. It keeps nothing
 * between two of them: it goes the way again that the answers so far lead.
 */
public final class Proposals {
  private Proposals() {}

  /**
   * The next input to try.
   *
   * @param values of the input to begin with, in plain form
   * @param answers whether each of the inputs that were proposed before was accepted, in order
   * @return the values of a smaller input, or empty when there is none
   */
  public static Optional<List<Object>> next(
      InputShape shape, List<Object> values, List<Boolean> answers) {
    MutableInput input = new MutableInput(shape, Integer.MAX_VALUE);
    input.load(values);
    Answered attempt = new Answered(input, answers);
    new CoarseShrinker(shape, input, attempt).shrink();
    return Optional.ofNullable(attempt.next);
  }

  /** Ends at the first input to which there is no answer. */
  private static final class Answered implements Attempt {
    private final MutableInput input;
    private final List<Boolean> answers;
    private int asked;
    private List<Object> next;

    Answered(MutableInput input, List<Boolean> answers) {
      this.input = input;
      this.answers = answers;
    }

    @Override
    public boolean holds() {
      if (asked < answers.size()) {
        return answers.get(asked++);
      }
      next = input.values();
      return false;
    }

    @Override
    public boolean isOver() {
      return next != null;
    }

    @Override
    public boolean isThorough() {
      return true;
    }
  }
}
