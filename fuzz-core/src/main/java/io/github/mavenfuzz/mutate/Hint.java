package io.github.mavenfuzz.mutate;

import java.util.Arrays;
import java.util.List;

/**
 * A change of one input for which a comparison has asked when the input was traced.
 *
 * <p>Example: the input {@code GIF87a} was compared with {@code GIF89a}. Its hint replaces the
 * bytes 0 to 6 of the only slot by {@code GIF89a}.
 *
 * @param edits of different places, which are made from the last to the first
 */
public record Hint(List<Edit> edits) {
  /** Stands for the start of an edit of a whole slot. */
  public static final int WHOLE = -1;

  public Hint {
    edits = List.copyOf(edits);
  }

  /** A hint of one edit. */
  public static Hint of(Edit edit) {
    return new Hint(List.of(edit));
  }

  /**
   * A change of one slot.
   *
   * @param slot its number, depth first, see {@link io.github.mavenfuzz.slot.Slots}
   * @param from the first byte that goes, or {@link #WHOLE}
   * @param to behind the last byte that goes; without meaning for a whole slot
   * @param content what comes in their place; the memory form of a whole slot
   */
  public record Edit(int slot, int from, int to, byte[] content) {

    /** Gives a slot another value. */
    public static Edit whole(int slot, byte[] form) {
      return new Edit(slot, WHOLE, 0, form);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Edit edit
          && slot == edit.slot
          && from == edit.from
          && to == edit.to
          && Arrays.equals(content, edit.content);
    }

    @Override
    public int hashCode() {
      return ((slot * 31 + from) * 31 + to) * 31 + Arrays.hashCode(content);
    }
  }
}
