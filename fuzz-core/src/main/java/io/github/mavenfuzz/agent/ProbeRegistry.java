package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.ClassVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers the probes of a worker JVM densely, in the order in which its classes are loaded. Any
 * thread may load a class; the worker's main thread reads what was loaded.
 */
public final class ProbeRegistry {
  /** The only one of a JVM, for the only {@link Counters#HITS}, which it initialises. */
  private static final ProbeRegistry OF_THIS_JVM = new ProbeRegistry(Counters.HITS.length);

  /** A target may use one counter of so many for what it reports of itself. */
  private static final int FEATURE_SHARE = 8;

  /**
   * So many versions of a class have probes of their own; a class that a person wrote has fewer.
   */
  private static final int MAX_VERSIONS = 16;

  private final int capacity;
  private final Map<String, ClassVersions> classes = new HashMap<>();

  private final AtomicInteger uninstrumented = new AtomicInteger();
  private final LeftOutClasses leftOut = new LeftOutClasses();
  private List<ClassProbes> announcements = new ArrayList<>();
  private volatile int used;

  /** How many of those belong to no branch. */
  private int features;

  /**
   * @param capacity the most probes there can be
   */
  public ProbeRegistry(int capacity) {
    this.capacity = capacity;
  }

  public static ProbeRegistry ofThisJvm() {
    return OF_THIS_JVM;
  }

  /**
   * Numbers the probes of a class; a class that a second loader loads keeps its numbers, and so
   * does one that is redefined as it was. See {@link ClassVersions} for what has ever new bytes.
   *
   * @param crc of the class file before instrumentation
   * @return the number of the first probe
   * @throws IllegalStateException when there is no room for that many
   */
  public synchronized int register(String className, long crc, int count) {
    ClassVersions versions =
        classes.computeIfAbsent(className, name -> new ClassVersions(MAX_VERSIONS));
    ClassProbes probes = versions.find(crc, count);
    if (probes == null) {
      int room = versions.room(count);
      if (room > capacity - used) {
        throw new IllegalStateException("no room for the probes of " + className);
      }
      probes = new ClassProbes(className, crc, used, room);
      // In this order: a stack that overflows here may leave a gap, but no number twice.
      used += room;
      announcements.add(probes);
      versions.add(probes);
    }
    return probes.first();
  }

  /** Whether a version of a class has probes of its own. */
  synchronized boolean knows(String className, long crc) {
    ClassVersions versions = classes.get(className);
    return versions != null && versions.has(crc);
  }

  /**
   * Numbers counters that belong to no branch, as if they were the probes of a class of that name.
   *
   * @return the number of the first one, or -1 when there is no room for that many
   */
  synchronized int registerFeatures(String name, int count) {
    if (count > capacity / FEATURE_SHARE - features || count > capacity - used) {
      return -1;
    }
    int before = used;
    int first = register(name, 0, count);
    features += used - before;
    return first;
  }

  /** The classes that have no probes. */
  public LeftOutClasses leftOut() {
    return leftOut;
  }

  void addUninstrumented() {
    uninstrumented.incrementAndGet();
  }

  /** How many probes are numbered; only counters below can be other than zero. */
  public int used() {
    return used;
  }

  /** The classes instrumented since the last call, in the order of their numbers. */
  public synchronized List<ClassProbes> drainNew() {
    List<ClassProbes> drained = announcements;
    announcements = new ArrayList<>();
    return drained;
  }

  /** How many classes should have been instrumented and run as they are. */
  public int uninstrumented() {
    return uninstrumented.get();
  }
}
