package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A fixed number of parts: the components of a record, the key and the value of an entry, or what a
 * value of one of the JDK's classes is put together from.
 */
public final class TupleSlot extends Slot {
  private final Slot[] parts;
  private final int[][] twins;
  private final Function<Object, List<?>> split;
  private final Function<Object[], Object> join;

  /**
   * A slot whose value is the list of the parts' values.
   *
   * @param twins as {@link #twins} gives them
   */
  TupleSlot(List<Slot> parts, int[][] twins) {
    this(parts, twins, value -> (List<?>) value, Arrays::asList);
  }

  /**
   * A slot for a value of which no part can take over from another.
   *
   * @param split from the value to those of the parts
   * @param join from the values of the parts, whatever they are within their bounds, to the value
   */
  TupleSlot(List<Slot> parts, Function<Object, List<?>> split, Function<Object[], Object> join) {
    this(parts, Twins.none(parts.size()), split, join);
  }

  private TupleSlot(
      List<Slot> parts,
      int[][] twins,
      Function<Object, List<?>> split,
      Function<Object[], Object> join) {
    this.parts = parts.toArray(Slot[]::new);
    this.twins = twins;
    this.split = split;
    this.join = join;
  }

  public int size() {
    return parts.length;
  }

  public Slot part(int index) {
    return parts[index];
  }

  /**
   * Which other parts have values that this one may have, too; an array to read only. Runs of bytes
   * count all other runs of bytes, and what is taken over may have to be repaired.
   */
  public int[] twins(int index) {
    return twins[index];
  }

  @Override
  public void load(Object value) {
    List<?> values = split.apply(value);
    for (int i = 0; i < parts.length; i++) {
      parts[i].load(values.get(i));
    }
  }

  @Override
  public void copyFrom(Slot other) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].copyFrom(((TupleSlot) other).parts[i]);
    }
  }

  @Override
  public boolean isSame(Slot other) {
    boolean same = true;
    for (int i = 0; same && i < parts.length; i++) {
      same = parts[i].isSame(((TupleSlot) other).parts[i]);
    }
    return same;
  }

  @Override
  public Object value() {
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].value();
    }
    return join.apply(values);
  }

  @Override
  void write(MemoryWriter out) {
    for (Slot part : parts) {
      part.write(out);
    }
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    for (Slot part : parts) {
      part.read(in);
    }
  }

  @Override
  public boolean isValid() {
    return Arrays.stream(parts).allMatch(Slot::isValid);
  }

  @Override
  public long weight() {
    long weight = 0;
    for (Slot part : parts) {
      weight += part.weight();
    }
    return weight;
  }
}
