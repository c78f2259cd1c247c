package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of several values that stand side by side, arguments or components of a record, can take
 * over from each other. Example: of {@code (String key, int n, String text)} the first and the
 * third can.
 */
final class Twins {
  private static final int[] NONE = {};

  private Twins() {}

  /** For each of the types the indices of the others that are like it, in ascending order. */
  static int[][] of(List<ValueType> types) {
    int[][] twins = new int[types.size()][];
    for (int i = 0; i < twins.length; i++) {
      int index = i;
      int[] others =
          IntStream.range(0, twins.length)
              .filter(k -> k != index && areAlike(types.get(k), types.get(index)))
              .toArray();
      twins[i] = others.length == 0 ? NONE : others;
    }
    return twins;
  }

  /** No index has any. */
  static int[][] none(int size) {
    return IntStream.range(0, size).mapToObj(i -> NONE).toArray(int[][]::new);
  }

  /** Runs of bytes are alike whatever their bounds: what is taken over is made to fit. */
  private static boolean areAlike(ValueType one, ValueType other) {
    if (one instanceof LeafType a && other instanceof LeafType b) {
      return a.kind().isBytes()
          ? b.kind().isBytes()
          : a.kind() == b.kind() && a.bounds().equals(b.bounds());
    }
    return one.equals(other);
  }
}
