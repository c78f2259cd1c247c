package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.hint.ByteRuns.Run;
import io.github.mavenfuzz.mutate.Hint;
import java.util.List;

/** Finds a number in an input, in any form, and says how it becomes another. */
final class NumberHints {
  private static final int MOST_PLACES = 5;

  /** A single byte is found by chance, too. */
  private static final int MOST_PLACES_OF_BYTE = 2;

  private final List<Run> runs;
  private final List<Place> places;
  private final Proposals proposals;

  NumberHints(List<Run> runs, List<Place> places, Proposals proposals) {
    this.runs = runs;
    this.places = places;
    this.proposals = proposals;
  }

  /**
   * @param number as the target has compared it
   * @param wanted what it was compared with
   */
  void add(long number, long wanted) {
    boolean placed = put(number, wanted);
    for (Run run : runs) {
      for (NumberForm form : NumberForm.values()) {
        replace(run, form.encode(number), form.encode(wanted));
      }
    }
    if (!placed && Math.abs(wanted) > 0xFF) {
      proposals.addWord(Long.toString(wanted));
      boolean isInt = wanted == (int) wanted;
      proposals.addWord((isInt ? NumberForm.BYTES_4 : NumberForm.BYTES_8).encode(wanted));
    }
  }

  /**
   * @param single whether the numbers are floats
   */
  void addReal(double number, double wanted, boolean single) {
    put(number, wanted);
    byte[][] forms = NumberForm.ofReal(number, single);
    byte[][] others = NumberForm.ofReal(wanted, single);
    for (Run run : runs) {
      for (int form = 0; form < forms.length; form++) {
        replace(run, forms[form], others[form]);
      }
    }
    proposals.addWord(others[2]);
  }

  private boolean put(Object number, Object wanted) {
    boolean placed = false;
    for (Place place : places) {
      if (place.value().equals(number)) {
        Hint hint = place.put(wanted);
        proposals.add(hint);
        placed |= hint != null;
      }
    }
    return placed;
  }

  private void replace(Run run, byte[] needle, byte[] content) {
    if (needle.length == 0 || content.length == 0 || !proposals.hasRoom()) {
      return;
    }
    int most = needle.length == 1 ? MOST_PLACES_OF_BYTE : MOST_PLACES;
    for (int at : ByteSearch.places(run.array(), run.length(), needle, most)) {
      proposals.add(Hint.of(new Hint.Edit(run.number(), at, at + needle.length, content)));
    }
  }
}
