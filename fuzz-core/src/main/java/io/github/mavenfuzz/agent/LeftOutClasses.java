package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the classes of a worker JVM that have no probes, by reasons. Any thread may load a class;
 * the worker's main thread reads what there is.
 */
public final class LeftOutClasses {
  private final Map<Reason, Map<String, Integer>> counts = new EnumMap<>(Reason.class);
  private boolean changed;

  /** Takes note of a class; the package stands for it. */
  synchronized void addToPackage(Reason reason, String inPackage) {
    counts.computeIfAbsent(reason, r -> new LinkedHashMap<>()).merge(inPackage, 1, Integer::sum);
    changed = true;
  }

  /** Takes note of a class; the first one for each reason stands for all. */
  synchronized void add(Reason reason, String className) {
    Map<String, Integer> known = counts.get(reason);
    addToPackage(reason, known == null ? className : known.keySet().iterator().next());
  }

  /** All there are; empty when nothing has changed since the last call. */
  public synchronized List<LeftOut> drain() {
    List<LeftOut> all = new ArrayList<>();
    if (changed) {
      changed = false;
      counts.forEach(
          (reason, names) -> names.forEach((name, n) -> all.add(new LeftOut(reason, name, n))));
    }
    return all;
  }
}
