package io.github.mavenfuzz.session;

import io.github.mavenfuzz.mutate.Dictionary;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * What a call passes to a worker JVM.
 *
 * @param values the memory forms of the inputs
 * @param words that their mutations draw on
 * @param stream which of the seed's random sequences they use
 * @param coverage in the worker's numbering
 */
record PassedInputs(List<byte[]> values, Dictionary words, long stream, byte[] coverage) {
  static PassedInputs of(List<byte[]> values, byte[] coverage) {
    return new PassedInputs(values, Dictionary.EMPTY, 0, coverage);
  }

  List<Integer> lengths() {
    return values.stream().map(value -> value.length).toList();
  }

  byte[] joined() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    values.forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** Which of the first of them it is, or null. */
  Integer find(byte[] input, int most) {
    for (int i = Math.min(most, values.size()) - 1; i >= 0; i--) {
      if (Arrays.equals(input, values.get(i))) {
        return i;
      }
    }
    return null;
  }
}
