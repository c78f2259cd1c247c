package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;

/**
 * A value that may be missing. It keeps the content of one that goes missing, so that the next
 * mutation can bring it back.
 */
public final class NullableSlot extends Slot {
  private final Slot content;
  private final Object zero;
  private boolean present;

  /**
   * @param zero the content after null was loaded, in plain form
   */
  NullableSlot(Slot content, Object zero) {
    this.content = content;
    this.zero = zero;
  }

  public Slot content() {
    return content;
  }

  public boolean isPresent() {
    return present;
  }

  public void setPresent(boolean present) {
    this.present = present;
  }

  @Override
  public void load(Object value) {
    present = value != null;
    content.load(present ? value : zero);
  }

  @Override
  public void copyFrom(Slot other) {
    NullableSlot nullable = (NullableSlot) other;
    present = nullable.present;
    content.copyFrom(nullable.content);
  }

  @Override
  public boolean isSame(Slot other) {
    NullableSlot nullable = (NullableSlot) other;
    return present == nullable.present && (!present || content.isSame(nullable.content));
  }

  @Override
  public Object value() {
    return present ? content.value() : null;
  }

  @Override
  void write(MemoryWriter out) {
    out.flag(present);
    if (present) {
      content.write(out);
    }
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    present = in.flag();
    if (present) {
      content.read(in);
    } else {
      content.load(zero);
    }
  }

  @Override
  public boolean isValid() {
    return !present || content.isValid();
  }

  @Override
  public long weight() {
    return content.weight();
  }
}
