package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.hint.ByteRuns.Run;
import io.github.mavenfuzz.mutate.Hint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds a text in an input, in any form, and says how it becomes another. */
final class TextHints {
  private static final int MOST_PLACES = 4;
  private static final int SHORT_INPUT = 256;

  /** Forms of a text that is all of an input. */
  private static final TextForm[] OF_WHOLE_INPUTS = {
    TextForm.BASE_64_LATIN_1, TextForm.BASE_64, TextForm.HEXADECIMAL, TextForm.UTF_16_BE
  };

  private final List<Run> runs;
  private final List<Place> places;
  private final Proposals proposals;

  /**
   * @param runs of the input
   * @param places of it
   */
  TextHints(List<Run> runs, List<Place> places, Proposals proposals) {
    this.runs = runs;
    this.places = places;
    this.proposals = proposals;
  }

  /**
   * @param text as the target has compared it
   * @param wanted what it was compared with
   */
  void add(Relation relation, String text, String wanted) {
    int before = proposals.ofThis();
    List<String> changes = TextChange.of(relation, text, wanted);
    for (Place place : places) {
      if (place.value() instanceof String whole) {
        inText(place, whole, text, changes);
      }
    }
    runs.forEach(run -> inBytes(run, text, changes));
    if (relation == Relation.PATTERN) {
      changes.forEach(proposals::addWord);
    } else {
      proposals.addWord(wanted);
      proposals.addWord(TextForm.LATIN_1.encode(wanted));
    }
    if (text.isEmpty()) {
      behindZeros(changes);
    }
    if (proposals.ofThis() == before || text.isEmpty()) {
      anywhere(changes);
    }
  }

  private void inText(Place place, String whole, String text, List<String> changes) {
    int at = whole.indexOf(text);
    if (at < 0) {
      return;
    }
    for (String change : changes) {
      String put = whole.substring(0, at) + change + whole.substring(at + text.length());
      proposals.add(place.put(put));
    }
  }

  private void inBytes(Run run, String text, List<String> changes) {
    List<byte[]> seen = new ArrayList<>();
    for (TextForm form : TextForm.values()) {
      byte[] needle = form.encode(text);
      boolean isNew = seen.stream().noneMatch(other -> Arrays.equals(other, needle));
      if (needle.length == 0 || !isNew) {
        continue;
      }
      seen.add(needle);
      List<Integer> found = ByteSearch.places(run.array(), run.length(), needle, MOST_PLACES);
      if (found.isEmpty() && form == TextForm.PLAIN) {
        found = ByteSearch.caselessPlaces(run.array(), run.length(), needle, MOST_PLACES);
      }
      for (int at : found) {
        for (String change : changes) {
          byte[] content = form.encode(change);
          if (content.length > 0 || change.isEmpty()) { // else it has not this form
            replace(run, new Span(at, at + needle.length), content);
          }
        }
      }
    }
  }

  /** Where bytes stand. */
  private record Span(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private void replace(Run run, Span span, byte[] content) {
    int number = run.number();
    Hint.Edit edit = new Hint.Edit(number, span.from, span.to, content);
    if (content.length != span.length()) {
      LengthField.before(run.slot(), span.from, span.length())
          .ifPresent(
              field -> proposals.add(new Hint(List.of(field.with(number, content.length), edit))));
    }
    proposals.add(Hint.of(edit));
    int longer = span.from + content.length;
    boolean isBinary = run.isArray() && content.length > span.length();
    if (isBinary && longer <= run.length()) { // in a field that has room for it
      proposals.add(Hint.of(new Hint.Edit(number, span.from, longer, content)));
    }
  }

  /** The text is nowhere: the target may have made it of something else. */
  private void anywhere(List<String> changes) {
    runs.stream()
        .filter(run -> run.length() <= SHORT_INPUT)
        .forEach(run -> changes.forEach(change -> anywhere(run.number(), run.length(), change)));
  }

  private void anywhere(int number, int length, String change) {
    byte[] bytes = TextForm.LATIN_1.encode(change); // of an array, they are as they are
    for (byte[] content : new byte[][] {TextForm.PLAIN.encode(change), bytes}) {
      if (content.length > 0 || change.isEmpty()) {
        proposals.add(Hint.of(new Hint.Edit(number, 0, length, content)));
        proposals.add(Hint.of(new Hint.Edit(number, length, length, content)));
        proposals.add(Hint.of(new Hint.Edit(number, 0, 0, content)));
      }
    }
    for (TextForm form : OF_WHOLE_INPUTS) {
      byte[] content = form.encode(change);
      if (content.length > 0) {
        proposals.add(Hint.of(new Hint.Edit(number, 0, length, content)));
      }
    }
  }

  /** The text is empty, and so may be one whose length the input says to be 0. */
  private void behindZeros(List<String> changes) {
    for (Run run : runs.stream().filter(Run::isArray).toList()) {
      for (LengthField field : LengthField.zeros(run.slot())) {
        for (String change : changes) {
          byte[] content = TextForm.PLAIN.encode(change);
          Hint.Edit text = new Hint.Edit(run.number(), field.end(), field.end(), content);
          proposals.add(new Hint(List.of(field.with(run.number(), content.length), text)));
        }
      }
    }
  }
}
