package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;

/**
 * What the mutations of one call may draw on besides the input that they change. It travels with
 * the call, so both sides of a run have an equal one, and stays as it is until the call ends.
 *
 * <p>Example: with the word {@code null} and the donor {@code {"a":[1]}}, the input {@code [2]} may
 * become {@code [null]} or {@code [[1]]}.
 *
 * @param words to put into inputs; an empty dictionary leaves the choice of mutations as it is
 * @param donors inputs of the same shape, of which mutations take parts; they are read and never
 *     changed, and the input that is being mutated may be equal to one of them but not be one of
 *     them. The list is not copied: what it gives for an index may be loaded when first asked for
 * @param hints for each donor, what comparisons have asked for when it ran; may be shorter than the
 *     list of donors
 * @param limit the most bytes to which mutations grow an argument, but for what hints ask for
 */
public record Vocabulary(
    Dictionary words, List<MutableInput> donors, List<List<Hint>> hints, int limit) {
  /** Neither words nor donors. */
  public static final Vocabulary EMPTY = of(Dictionary.EMPTY);

  /** A vocabulary without hints. */
  public Vocabulary(Dictionary words, List<MutableInput> donors) {
    this(words, donors, List.of(), Integer.MAX_VALUE);
  }

  /** A vocabulary of words only. */
  public static Vocabulary of(Dictionary words) {
    return new Vocabulary(words, List.of());
  }
}
