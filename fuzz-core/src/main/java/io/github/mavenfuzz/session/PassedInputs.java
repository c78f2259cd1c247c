package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a call passes to a worker JVM.
 *
 * @param values the memory forms of the inputs
 * @param material that their mutations draw on
 * @param stream which of the seed's random sequences they use
 * @param coverage in the worker's numbering
 */
record PassedInputs(List<byte[]> values, Material material, long stream, byte[] coverage) {

  /**
   * What mutations draw on besides the inputs.
   *
   * @param hints for each input; none where there are fewer than inputs
   * @param growth as {@link Call.Slice#growth()}
   */
  record Material(Dictionary words, List<List<Hint>> hints, int growth) {
    static final Material NONE = new Material(Dictionary.EMPTY, List.of(), Integer.MAX_VALUE);
  }

  static PassedInputs of(List<byte[]> values, byte[] coverage) {
    return new PassedInputs(values, Material.NONE, 0, coverage);
  }

  /** The hints of an input. */
  List<Hint> hints(int index) {
    return index < material.hints.size() ? material.hints.get(index) : List.of();
  }

  /**
   * What the worker JVM had for its mutations.
   *
   * @param reader of memory forms
   */
  Vocabulary vocabulary(Function<byte[], MutableInput> reader) {
    List<MutableInput> donors = values.stream().map(reader).toList();
    return new Vocabulary(material.words, donors, material.hints, material.growth);
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
