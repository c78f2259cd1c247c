package io.github.mavenfuzz.slot;

import java.util.List;
import java.util.Objects;

/** One of a few values, by its index; a constant of an enum is its name. */
public final class ChoiceSlot extends Slot {
  private final List<?> choices;
  private final boolean open;
  private int index;

  /** What was loaded and is none of the choices; only while the index is -1. */
  private Object other;

  /**
   * @param choices at least one, in plain form
   * @param open whether another value can be loaded, which mutations then leave for a choice
   */
  ChoiceSlot(List<?> choices, boolean open) {
    this.choices = choices;
    this.open = open;
  }

  /** How many there are to choose from. */
  public int size() {
    return choices.size();
  }

  /** The choice, from 0, or -1 for another value than those. */
  public int index() {
    return index;
  }

  public void choose(int next) {
    index = next;
  }

  @Override
  public void load(Object value) {
    index = choices.size() - 1;
    while (index >= 0 && !Objects.deepEquals(choices.get(index), value)) {
      index--;
    }
    other = index < 0 ? value : null;
  }

  @Override
  public void copyFrom(Slot original) {
    ChoiceSlot choice = (ChoiceSlot) original;
    index = choice.index;
    other = choice.other;
  }

  @Override
  public boolean isSame(Slot original) {
    ChoiceSlot choice = (ChoiceSlot) original;
    return index == choice.index && Objects.deepEquals(other, choice.other);
  }

  @Override
  public Object value() {
    Object value = index < 0 ? other : choices.get(index);
    return value instanceof byte[] bytes ? bytes.clone() : value;
  }

  @Override
  public boolean isValid() {
    return open || index >= 0;
  }

  @Override
  public long weight() {
    return 0;
  }
}
