package io.github.mavenfuzz.type;

import java.util.stream.IntStream;

/** Types as those of a target's parameters. */
public final class SampleTypes {
  private SampleTypes() {}

  public static LeafType bounded(LeafKind kind, long min, long max) {
    return new LeafType(kind, false, Bounds.NONE.withRange(min, max));
  }

  public static ValueType list(ValueType element, int min, int max) {
    return new SequenceType(SequenceType.Form.LIST, "Ljava/util/List;", element, min, max);
  }

  public static ValueType set(ValueType element, int min, int max) {
    return new SequenceType(SequenceType.Form.SET, "Ljava/util/Set;", element, min, max);
  }

  /** A record with the components {@code c0}, {@code c1} and so on. */
  public static ValueType record(ValueType... components) {
    return new RecordType(
        "com.example.Sample",
        IntStream.range(0, components.length)
            .mapToObj(i -> new RecordType.Component("c" + i, components[i]))
            .toList());
  }
}
