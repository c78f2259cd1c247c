package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The elements of an array or a collection, or the entries of a map. */
public final class SequenceSlot extends Slot {
  /** What an element counts besides its content: about what a small object takes. */
  public static final int ELEMENT_WEIGHT = 64;

  private final Supplier<Slot> supplier;

  /** What of an element must differ from that of the others; null when elements may be equal. */
  private final Function<Slot, Object> identity;

  private final int min;
  private final int max;
  private final List<Slot> elements = new ArrayList<>();

  /**
   * @param supplier makes an element that holds the simplest value
   * @param identity what of an element must differ from that of the others; null when elements may
   *     be equal
   */
  SequenceSlot(Supplier<Slot> supplier, Function<Slot, Object> identity, int min, int max) {
    this.supplier = supplier;
    this.identity = identity;
    this.min = min;
    this.max = max;
  }

  public int size() {
    return elements.size();
  }

  /** The fewest elements that the bounds allow. */
  public int min() {
    return min;
  }

  /**
   * How many elements, whichever they are, can be taken away from those that the bounds demand;
   * negative when there are too few. Equal elements of a set count once.
   */
  public int spare() {
    return (isDistinct() && min > 0 ? countDifferent() : elements.size()) - min;
  }

  /** The most elements that the bounds allow. */
  public int max() {
    return max;
  }

  public Slot element(int index) {
    return elements.get(index);
  }

  /** The elements in a list of their own. */
  public List<Slot> elements() {
    return new ArrayList<>(elements);
  }

  /** Takes these elements instead of those it has. */
  public void setElements(List<Slot> others) {
    elements.clear();
    elements.addAll(others);
  }

  /** An element with the simplest value, which is not in the sequence yet. */
  public Slot newElement() {
    return supplier.get();
  }

  public void insert(int at, Slot element) {
    elements.add(at, element);
  }

  /** A copy of an element, which is not in the sequence. */
  public Slot copyOf(int index) {
    Slot copy = supplier.get();
    copy.copyFrom(elements.get(index));
    return copy;
  }

  /**
   * Inserts copies of elements.
   *
   * @param source from which they are taken, of the same type; may be this sequence
   * @param from the first element that is copied
   * @param to behind the last element that is copied
   */
  public void insertCopies(int at, SequenceSlot source, int from, int to) {
    List<Slot> copies = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      copies.add(source.copyOf(i));
    }
    elements.addAll(at, copies);
  }

  /** Puts another element in the place of one. */
  public void replace(int index, Slot element) {
    elements.set(index, element);
  }

  public void remove(int from, int to) {
    elements.subList(from, to).clear();
  }

  public void swap(int one, int other) {
    Collections.swap(elements, one, other);
  }

  /** Whether no two elements, or keys of entries, may be equal. */
  public boolean isDistinct() {
    return identity != null;
  }

  /** Whether another element, or the key of another entry, equals that at the index. */
  public boolean hasEqual(int index) {
    Object wanted = identity.apply(elements.get(index));
    for (int i = 0; i < elements.size(); i++) {
      if (i != index && Objects.equals(wanted, identity.apply(elements.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** How much one element counts of the weight. */
  public static long weightOf(Slot element) {
    return ELEMENT_WEIGHT + element.weight();
  }

  @Override
  public void load(Object value) {
    List<?> values = (List<?>) value;
    resize(values.size());
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).load(values.get(i));
    }
  }

  @Override
  public void copyFrom(Slot other) {
    List<Slot> originals = ((SequenceSlot) other).elements;
    resize(originals.size());
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).copyFrom(originals.get(i));
    }
  }

  @Override
  public boolean isSame(Slot other) {
    List<Slot> others = ((SequenceSlot) other).elements;
    boolean same = elements.size() == others.size();
    for (int i = 0; same && i < elements.size(); i++) {
      same = elements.get(i).isSame(others.get(i));
    }
    return same;
  }

  private void resize(int size) {
    if (size < elements.size()) {
      remove(size, elements.size());
    }
    while (elements.size() < size) {
      elements.add(supplier.get());
    }
  }

  @Override
  public Object value() {
    Object[] values = new Object[elements.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = elements.get(i).value();
    }
    return Arrays.asList(values);
  }

  /** A byte before each element says that there is one, so that no number can promise too many. */
  @Override
  void write(MemoryWriter out) {
    for (int i = 0; i < elements.size(); i++) {
      out.flag(true);
      elements.get(i).write(out);
    }
    out.flag(false);
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    int size = 0;
    for (; in.flag(); size++) {
      if (size == max) {
        throw new MalformedInputException("the input has more than " + max + " elements");
      }
      if (size == elements.size()) {
        elements.add(supplier.get());
      }
      elements.get(size).read(in);
    }
    resize(size);
    if (size < min) {
      throw new MalformedInputException("the input has fewer than " + min + " elements");
    }
  }

  @Override
  public boolean isValid() {
    return elements.size() >= min
        && elements.size() <= max
        && elements.stream().allMatch(Slot::isValid)
        && (!isDistinct() || countDifferent() == elements.size());
  }

  @Override
  public long weight() {
    long weight = 0;
    for (int i = 0; i < elements.size(); i++) {
      weight += weightOf(elements.get(i));
    }
    return weight;
  }

  private int countDifferent() {
    Set<Object> identities = new HashSet<>();
    elements.forEach(element -> identities.add(identity.apply(element)));
    return identities.size();
  }
}
