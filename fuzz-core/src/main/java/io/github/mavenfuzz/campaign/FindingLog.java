package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.failure.Cause;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.KnownCauses;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import io.github.mavenfuzz.finding.Suspect;
import io.github.mavenfuzz.finding.Variant;
import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The findings and suspects of one target's run, one finding a cause, and their files. Belongs to
 * the coordinator's thread.
 */
public final class FindingLog {
  /** After so many failures of one cause that did not repeat, it is not looked for any more. */
  private static final int MAX_FLAKY = 3;

  private final FuzzTarget target;
  private final InputStore store;
  private final CampaignListener listener;
  private final FindingNumbers numbers;
  private final KnownCauses causes = new KnownCauses();

  /** How often a failure of a cause did not repeat. */
  private final Map<Cause, Integer> flaky = new HashMap<>();

  private final List<Numbered> findings = new ArrayList<>();
  private final Map<Cause, List<Variant>> variants = new HashMap<>();
  private final List<Suspect> suspects = new ArrayList<>();

  /** A finding with its number in the build. */
  private record Numbered(int number, Finding finding) {}

  /**
   * @param numbers of the build's findings
   */
  public FindingLog(
      FuzzTarget target, InputStore store, CampaignListener listener, FindingNumbers numbers) {
    this.target = target;
    this.store = store;
    this.listener = listener;
    this.numbers = numbers;
  }

  /**
   * Takes note of a failure.
   *
   * @return whether it is the first of its cause
   */
  boolean isNew(Failure failure) {
    return causes.add(failure.signature());
  }

  /** Keeps the input of a failure of a known cause, if it came there on another way than those. */
  void addVariant(CorpusEntry entry, Failure failure) {
    Signature signature = failure.signature();
    if (causes.addWay(signature)) {
      Cause cause = causes.causeOf(signature);
      Path file = entry.seed() ? entry.file() : writeVariant(cause.id(), entry.content());
      variants
          .computeIfAbsent(cause, c -> new ArrayList<>())
          .add(new Variant(signature, new KeptInput(entry.content(), file, entry.seed())));
    }
  }

  private Path writeVariant(String causeId, byte[] input) {
    try {
      return store.addVariant(causeId, input);
    } catch (CorpusException e) {
      listener.warning(e.getMessage());
      return null;
    }
  }

  /**
   * Takes back that a failure was noted, for it did not repeat: another input may have it every
   * time.
   *
   * @return how often that has happened
   */
  int retract(Failure failure) {
    Cause cause = failure.signature().cause();
    int times = flaky.merge(cause, 1, Integer::sum);
    if (times < MAX_FLAKY) {
      causes.remove(cause);
    }
    return times;
  }

  /** The causes of all failures noted so far, and the ways to them. */
  public List<KnownCause> knownCauses() {
    return causes.all();
  }

  /**
   * Adds a finding and writes its crasher, unless the crasher is a seed and so has a file. A
   * failure that did not repeat is reported once and looked for again, for another input may have
   * it every time: its finding then takes the place of the flaky one. A cause that has a finding
   * gets no other.
   *
   * @param origin the entry that failed first
   * @param input the file form of the smallest input that fails for the same cause
   * @param evidence of the worker JVM that ran it
   */
  void add(
      CorpusEntry origin, Failure failure, byte[] input, boolean reproduced, Evidence evidence) {
    if (reproduced) {
      causes.add(failure.signature());
      causes.addWay(failure.signature()); // the smaller input may have come on a shorter one
      if (all().anyMatch(f -> f.reproduced() && f.failure().isLike(failure))) {
        return;
      }
      findings.removeIf(known -> known.finding.failure().isLike(failure));
    } else if (retract(failure) > 1 || isToldOf(failure, evidence)) {
      return;
    }
    boolean known = origin.seed();
    Path file = known ? origin.file() : write(failure.kind(), input, reproduced);
    Finding finding =
        new Finding(target, failure, new KeptInput(input, file, known), reproduced, evidence);
    findings.add(new Numbered(numbers.next(), finding));
    tellOf(findings.size() - 1);
  }

  /**
   * Whether a failure that did not repeat has a finding already. One whose place was not known, and
   * which did not repeat either, is told anew when the failure has a place; its input stays.
   */
  private boolean isToldOf(Failure failure, Evidence evidence) {
    for (int i = 0; i < findings.size(); i++) {
      Finding known = findings.get(i).finding;
      if (known.failure().isLike(failure)) {
        if (!known.reproduced() && known.failure().isUnplaced() && !failure.isUnplaced()) {
          findings.set(i, new Numbered(findings.get(i).number, known.as(failure, evidence)));
          tellOf(i);
        }
        return true;
      }
    }
    return false;
  }

  private void tellOf(int index) {
    listener.found(findings.get(index).number, findings.get(index).finding);
  }

  private Stream<Finding> all() {
    return findings.stream().map(Numbered::finding);
  }

  /** Keeps an input that ran when something outside ended the worker JVM. */
  void addSuspect(byte[] input, String reason) {
    try {
      Path file = store.addSuspect(input);
      suspects.add(new Suspect(file, reason));
      listener.warning(reason + " It was kept as " + file + ".");
    } catch (CorpusException e) {
      listener.warning(e.getMessage());
      suspects.add(new Suspect(null, reason));
      listener.warning(reason + " In Base64 it is " + base64(input));
    }
  }

  private static String base64(byte[] input) {
    return Base64.getEncoder().encodeToString(input);
  }

  /**
   * Falls back to another place when a crasher's cannot be written: no crasher may be lost.
   *
   * @return null when that cannot be written either, the listener must then keep the input
   */
  private Path write(FailureKind kind, byte[] input, boolean reproduced) {
    try {
      return reproduced ? store.addCrasher(kind, input) : store.addFlaky(kind, input);
    } catch (CorpusException e) {
      listener.warning(e.getMessage());
      return reproduced ? write(kind, input, false) : null;
    }
  }

  /** Findings that are reproducible. */
  public int count() {
    return count(Set.of());
  }

  /**
   * Findings that are reproducible.
   *
   * @param ignored kinds that do not count
   */
  public int count(Set<FailureKind> ignored) {
    return (int) all().filter(f -> f.reproduced() && !ignored.contains(f.failure().kind())).count();
  }

  /** The findings with the variants that are known by now. */
  public List<Finding> findings() {
    return all().map(finding -> finding.with(variantsOf(finding))).toList();
  }

  private List<Variant> variantsOf(Finding finding) {
    Signature own = finding.failure().signature();
    return variants.getOrDefault(own.cause(), List.of()).stream()
        .filter(variant -> !variant.signature().equals(own))
        .toList();
  }

  public List<Suspect> suspects() {
    return List.copyOf(suspects);
  }
}
