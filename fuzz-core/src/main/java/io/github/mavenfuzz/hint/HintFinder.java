package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Bytes;
import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.boot.Elements;
import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.jazzer.TakenValue;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.Slots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes hints of the comparisons of one traced run. What blocks comes first, the last comparison of
 * the run before all: it is the likeliest to have ended it.
 *
 * <p>Lives for one input, in the tracing JVM's main thread.
 */
public final class HintFinder {
  /** Keys of one switch that are proposed for one input. */
  private static final int MOST_KEYS = 12;

  /** Hints of comparisons that have gone both ways already. */
  private static final int MOST_OF_MET = 48;

  private final MutableInput input;
  private final List<Slot> slots;
  private final List<ByteRuns.Run> runs;
  private final List<Place> places;
  private final Proposals proposals = new Proposals();
  private final TextHints texts;
  private final NumberHints numbers;
  private final Progress progress;

  /** Hints that keep checksums right, or follow several. */
  private List<Hint> further = new ArrayList<>();

  private int promising;

  /**
   * @param taken what the target has taken from a provider
   * @param progress of all runs of this JVM
   */
  public HintFinder(MutableInput input, List<TakenValue> taken, Progress progress) {
    this.input = input;
    this.slots = Slots.of(input);
    this.places = new ArrayList<>(TakenPlace.of(taken, slots));
    this.places.addAll(SlotPlace.of(slots));
    this.places.addAll(SizePlace.of(slots));
    this.runs = ByteRuns.of(slots);
    this.texts = new TextHints(runs, places, proposals);
    this.numbers = new NumberHints(runs, places, proposals);
    this.progress = progress;
  }

  /**
   * Finds the hints of a run.
   *
   * @param variations runs others that are like the input
   */
  public void find(TracedRun traced, VariedRuns variations) {
    proposals.beginComparison();
    proposals.add(AbsentValues.present(slots));
    List<Traced> run = traced.comparisons();
    List<Traced> unplaced = add(run);
    if (!unplaced.isEmpty()) {
      new WindowRuns(input, runs, places, proposals).add(run, unplaced, variations);
    }
    promising = proposals.hints().size();
    further = new ArrayList<>(new Chains(variations).follow(input, traced));
    further.addAll(new Checksums(input, slots).repair(run, proposals.hints(), variations));
    addMet(run);
  }

  /**
   * Takes in all comparisons of a run.
   *
   * @return those that block and have brought no hint that says where
   */
  private List<Traced> add(List<Traced> run) {
    run.forEach(progress::note);
    List<Traced> latest = new ArrayList<>(run);
    Collections.reverse(latest);
    List<Traced> unplaced = new ArrayList<>();
    for (Traced traced : latest) {
      if (!isMet(traced) && progress.isOpen(traced)) {
        progress.tried(traced);
        proposals.beginComparison();
        add(traced);
        if (proposals.ofThis() == 0) {
          unplaced.add(traced);
        }
      }
    }
    return unplaced;
  }

  /** Adds hints of comparisons that have gone both ways, but not with this input. */
  private void addMet(List<Traced> run) {
    int most = proposals.hints().size() + MOST_OF_MET;
    for (int i = run.size() - 1; i >= 0 && proposals.hints().size() < most; i--) {
      Traced traced = run.get(i);
      if (!isMet(traced) && !progress.isOpen(traced)) {
        proposals.beginComparison();
        add(traced);
      }
    }
  }

  /** Whether both are as they are to be; of two equal numbers one may have to be the greater. */
  private static boolean isMet(Traced traced) {
    Comparison comparison = traced.comparison();
    if (traced.site().test() == Site.Test.ORDER) {
      return false;
    }
    Object left = comparison.left();
    Object right = comparison.right();
    return left instanceof String text && right instanceof String wanted
        ? TextChange.isMet(comparison.relation(), text, wanted)
        : left.equals(right);
  }

  /** The hints, the most promising first. */
  public List<Hint> hints() {
    List<Hint> hints = new ArrayList<>(further);
    hints.addAll(proposals.hints());
    return hints;
  }

  /** The hints of one comparison. */
  List<Hint> hintsOf(Traced traced) {
    proposals.beginComparison();
    add(traced);
    return proposals.hints();
  }

  /** How many of the hints are of comparisons that block. */
  public int promising() {
    return further.size() + promising;
  }

  /** Words that inputs may have to hold; the characters U+0000 to U+00FF of each are its bytes. */
  public List<String> words() {
    return proposals.words();
  }

  private void add(Traced traced) {
    Comparison comparison = traced.comparison();
    Site site = traced.site();
    if (comparison.right() == null) {
      site.wanted().stream()
          .filter(wanted -> progress.isOpen(site, wanted))
          .limit(MOST_KEYS)
          .forEach(wanted -> add(comparison.relation(), site, comparison.left(), wanted));
      return;
    }
    if (site.constant() != Site.Constant.LEFT) {
      add(comparison.relation(), site, comparison.left(), comparison.right());
    }
    boolean turns = comparison.relation() == Relation.EQUAL || isOfNumbers(comparison.relation());
    if (site.constant() != Site.Constant.RIGHT && turns) {
      add(comparison.relation(), site, comparison.right(), comparison.left());
    }
  }

  private static boolean isOfNumbers(Relation relation) {
    return relation == Relation.NUMBERS
        || relation == Relation.FLOATS
        || relation == Relation.DOUBLES;
  }

  /**
   * @param seen what may be of the input
   * @param wanted what it is to become
   */
  private void add(Relation relation, Site site, Object seen, Object wanted) {
    if (seen instanceof Long number && wanted instanceof Long other) {
      if (!number.equals(other)) {
        numbers.add(number, other);
      }
      if (site.test() == Site.Test.ORDER) {
        numbers.add(number, other + 1);
        numbers.add(number, other - 1);
      }
    } else if (seen instanceof Double number && wanted instanceof Double other) {
      boolean single = relation == Relation.FLOATS;
      numbers.addReal(number, other, single);
      if (site.test() == Site.Test.ORDER) {
        numbers.addReal(number, above(other, single), single);
        numbers.addReal(number, -above(-other, single), single);
      }
    } else if (seen instanceof String text && wanted instanceof String other) {
      texts.add(relation, text, other);
    } else if (seen instanceof Bytes bytes && wanted instanceof Bytes other) {
      texts.add(relation, bytes.latin1(), other.latin1());
    } else if (seen instanceof Elements elements && wanted instanceof Elements other) {
      texts.add(relation, elements.latin1(), other.latin1());
      texts.add(relation, elements.turned(), other.turned());
    } else if (seen.getClass() == wanted.getClass()) {
      addValue(relation, seen, wanted);
    }
  }

  private static double above(double number, boolean single) {
    return single ? Math.nextUp((float) number) : Math.nextUp(number);
  }

  /** A value of a class of the JDK's: its text may be in the input. */
  private void addValue(Relation relation, Object seen, Object wanted) {
    for (Place place : places) {
      if (place.value().equals(seen)) {
        proposals.add(place.put(wanted));
      }
    }
    texts.add(relation, seen.toString(), wanted.toString());
  }
}
