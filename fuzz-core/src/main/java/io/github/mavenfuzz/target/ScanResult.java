package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetName;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what a look through class files comes to. */
final class ScanResult {
  private final List<FuzzTarget> targets = new ArrayList<>();
  private final List<UnusableTarget> unusable = new ArrayList<>();

  /** Each once, however often a class is looked at. */
  private final Set<ScanWarning> warnings = new LinkedHashSet<>();

  void add(FuzzTarget target) {
    targets.add(target);
  }

  /**
   * @param reasons at least one
   */
  void addUnusable(TargetName name, List<String> reasons) {
    unusable.add(new UnusableTarget(name, reasons));
  }

  void warn(String className, String sentence) {
    warnings.add(new ScanWarning(className, sentence));
  }

  boolean isEmpty() {
    return targets.isEmpty() && unusable.isEmpty();
  }

  TargetScan toScan() {
    targets.sort(Comparator.comparing(FuzzTarget::className));
    warnOfNamesakes();
    warnOfWhatSubclassesRun();
    unusable.sort(Comparator.comparing(t -> t.name().className()));
    return new TargetScan(
        targets,
        unusable,
        warnings.stream()
            .sorted(
                Comparator.comparing(ScanWarning::className).thenComparing(ScanWarning::sentence))
            .toList());
  }

  /** Many file systems take directories for one whose names differ in case only. */
  private void warnOfNamesakes() {
    Map<String, FuzzTarget> byDirectory = new HashMap<>();
    for (FuzzTarget target : targets) {
      String directory = Normalizer.normalize(target.id(), Form.NFC).toLowerCase(Locale.ROOT);
      FuzzTarget other = byDirectory.putIfAbsent(directory, target);
      if (other != null) {
        warn(
            target.className(),
            ("%s and %s share their inputs where names of directories do not differ by upper and"
                    + " lower case; rename one")
                .formatted(other.id(), target.id()));
      }
    }
  }

  /**
   * A target that no instance of its own class can run is no loss when instances of a subclass do.
   */
  private void warnOfWhatSubclassesRun() {
    Set<String> inherited =
        targets.stream()
            .map(t -> t.place().declaringClass() + '#' + t.methodName())
            .collect(Collectors.toSet());
    for (UnusableTarget target : List.copyOf(unusable)) {
      if (inherited.contains(target.id())) {
        unusable.remove(target);
        target.reasons().forEach(reason -> warn(target.name().className(), reason));
      }
    }
  }
}
