package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;

/**
 * Counts for how many numbers, from 0, {@link SimpleValues} makes values of a type before it
 * repeats itself; {@link #MANY} stands for more as well.
 */
final class ValueCount implements ValueType.Visitor<Integer> {
  static final int MANY = 1 << 20;

  private static final ValueCount INSTANCE = new ValueCount();

  private ValueCount() {}

  static int of(ValueType type) {
    return type.accept(INSTANCE);
  }

  @Override
  public Integer leaf(LeafType type) {
    if (type.kind().isBytes()) {
      return limited(Math.pow(Character.MAX_RADIX, type.greatest()));
    }
    Bounds bounds = type.bounds();
    return type.kind().isReal()
        ? bounds.floor() < bounds.ceiling() ? MANY : 1
        : limited((double) type.greatest() - type.least() + 1);
  }

  @Override
  public Integer choice(ChoiceType type) {
    return limited(type.choices().size());
  }

  @Override
  public Integer enumeration(EnumType type) {
    return limited(type.constants().size());
  }

  @Override
  public Integer jdk(JdkType type) {
    return MANY;
  }

  @Override
  public Integer nullable(NullableType type) {
    return limited(1d + of(type.of()));
  }

  @Override
  public Integer sequence(SequenceType type) {
    boolean isSet = type.form() == SequenceType.Form.SET;
    int elements = of(type.element());
    return isSet ? ofSubsets(type.min(), type.max(), elements) : ofLists(type, elements);
  }

  private static int ofLists(SequenceType type, int elements) {
    double count = 0;
    for (int size = type.min(); size <= type.max() && count < MANY; size++) {
      count += Math.pow(elements, size);
    }
    return limited(count);
  }

  @Override
  public Integer map(MapType type) {
    return ofSubsets(type.min(), type.max(), of(type.key()));
  }

  private static int ofSubsets(int min, int max, int elements) {
    if (min > 0) {
      return elements;
    }
    return max == 0 ? 1 : limited(1d + elements);
  }

  @Override
  public Integer record(RecordType type) {
    double count = 1;
    for (RecordType.Component component : type.components()) {
      count *= of(component.type());
    }
    return limited(count);
  }

  private static int limited(double count) {
    return (int) Math.min(MANY, count);
  }
}
