package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One of a few values, by its index; a constant of an enum is its name. */
public final class ChoiceSlot extends Slot {
  private final List<?> choices;

  /** Reads the text of another value than the choices; null when there is none. */
  private final Function<String, ?> others;

  private int index;

  /** What was loaded and is none of the choices; only while the index is -1. */
  private Object other;

  /**
   * @param choices at least one, in plain form
   */
  ChoiceSlot(List<?> choices) {
    this(choices, null);
  }

  /**
   * @param choices at least one, in plain form
   * @param others reads what {@code toString} gives of another value than those, which can be
   *     loaded and which mutations leave for a choice; null when there is none
   */
  ChoiceSlot(List<?> choices, Function<String, ?> others) {
    this.choices = choices;
    this.others = others;
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
  void write(MemoryWriter out) {
    out.number(index, Integer.BYTES);
    if (index < 0) {
      byte[] text = other.toString().getBytes(StandardCharsets.UTF_8);
      out.run(text, text.length);
    }
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    index = (int) in.number(Integer.BYTES);
    if (index < -1 || index >= choices.size() || index < 0 && others == null) {
      throw new MalformedInputException("the input has a choice that there is not");
    }
    other = index < 0 ? readOther(new String(in.run(), StandardCharsets.UTF_8)) : null;
  }

  private Object readOther(String text) throws MalformedInputException {
    try {
      return others.apply(text);
    } catch (RuntimeException e) {
      throw new MalformedInputException(text + " is no value of the input's type");
    }
  }

  @Override
  public boolean isValid() {
    return others != null || index >= 0;
  }

  @Override
  public long weight() {
    return 0;
  }
}
