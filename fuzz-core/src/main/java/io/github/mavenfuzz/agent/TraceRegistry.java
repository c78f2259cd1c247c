package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.comparison.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers the comparisons in the code of a tracing JVM, and keeps the constants of its classes. Any
 * thread may load a class; the worker's main thread reads what was loaded.
 */
public final class TraceRegistry {
  /** The only one of a JVM, for the only {@link Comparisons}. */
  private static final TraceRegistry OF_THIS_JVM = new TraceRegistry();

  /** Constants that are kept until they are asked for. */
  private static final int MOST_WORDS = 1 << 14;

  private final List<Site> sites = new ArrayList<>();
  private Set<String> words = new LinkedHashSet<>();

  public static TraceRegistry ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** Numbers a site; negative when there is no room for one more. */
  synchronized int register(Site site) {
    if (sites.size() == Comparisons.MOST_SITES) {
      return -1;
    }
    sites.add(site);
    return sites.size() - 1;
  }

  synchronized void addWords(List<String> more) {
    if (words.size() < MOST_WORDS) {
      words.addAll(more);
    }
  }

  /** The site of a number. */
  public synchronized Site site(int number) {
    return sites.get(number);
  }

  /** The constants of the classes that were loaded since the last call. */
  public synchronized List<String> drainWords() {
    List<String> drained = List.copyOf(words);
    words = new LinkedHashSet<>();
    return drained;
  }
}
