package io.github.mavenfuzz.boot;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * The comparisons of a run in a tracing JVM: instrumented code calls these methods with what it is
 * about to compare, before it does. Each comparison is noted once, and of one place in the code no
 * more than a few, so that a loop does not crowd out what comes behind it.
 *
 * <p>Lives, like {@link Counters}, on the boot class path. No method throws anything, calls code of
 * the target, or changes an argument. Any thread may call; the worker's main thread asks.
 */
public final class Comparisons {
  /** The most sites; code that is loaded after that is not traced. */
  public static final int MOST_SITES = 1 << 18;

  /** Of one run. */
  private static final int MOST = 1 << 12;

  /** Of one site in one run. */
  private static final int MOST_OF_SITE = 48;

  /** Constants of an enum. */
  private static final int MOST_CONSTANTS = 32;

  private static final int RECENT = 1 << 14;

  private static final Object LOCK = new Object();

  // All guarded by the lock.
  private static final Set<Comparison> NOTED = new LinkedHashSet<>();
  private static final int[] OF_SITE = new int[MOST_SITES];

  /** Hashes of what was compared of late: a loop compares the same again and again. */
  private static final long[] SEEN = new long[RECENT];

  /** What the arithmetic before a comparison was done with, see {@link #OPERAND}. */
  private static final long[] ARITHMETIC = new long[2];

  private static final int OPERAND = 0;
  private static final int BY = 1;

  private static final AtomicBoolean ON = new AtomicBoolean();

  private Comparisons() {}

  /** Begins to note the comparisons of a run. */
  public static void begin() {
    synchronized (LOCK) {
      for (Comparison noted : NOTED) {
        OF_SITE[noted.site()] = 0;
      }
      NOTED.clear();
      Arrays.fill(SEEN, 0);
      ON.set(true);
    }
  }

  /** Ends the run, and returns its comparisons in their order. */
  public static List<Comparison> end() {
    synchronized (LOCK) {
      ON.set(false);
      return new ArrayList<>(NOTED);
    }
  }

  public static void ints(int left, int right, int site) {
    longs(left, right, site);
  }

  public static void zero(int left, int site) {
    longs(left, 0, site);
  }

  public static void longs(long left, long right, int site) {
    synchronized (LOCK) {
      if (isNews(site, left, right)) {
        note(site, Comparison.Relation.NUMBERS, left, right);
      }
    }
  }

  public static void floats(float left, float right, int site) {
    synchronized (LOCK) {
      if (isNews(site, Float.floatToIntBits(left), Float.floatToIntBits(right))) {
        note(site, Comparison.Relation.FLOATS, (double) left, (double) right);
      }
    }
  }

  public static void doubles(double left, double right, int site) {
    synchronized (LOCK) {
      if (isNews(site, Double.doubleToLongBits(left), Double.doubleToLongBits(right))) {
        note(site, Comparison.Relation.DOUBLES, left, right);
      }
    }
  }

  /** A switch over numbers. */
  public static void key(int value, int site) {
    synchronized (LOCK) {
      if (isNews(site, value, 0)) {
        note(site, Comparison.Relation.KEYS, (long) value, null);
      }
    }
  }

  /** Takes note of what a remainder or a mask is about to be made of, for the next comparison. */
  public static void operands(int left, int right) {
    operands((long) left, right);
  }

  /** As {@link #operands(int, int)}. */
  public static void operands(long left, long right) {
    synchronized (LOCK) {
      ARITHMETIC[OPERAND] = left;
      ARITHMETIC[BY] = right;
    }
  }

  /** A comparison of a remainder: what would have to be divided so that both are equal. */
  public static void remainder(long left, long right, int site) {
    synchronized (LOCK) {
      long operand = ARITHMETIC[OPERAND];
      if (isNews(site, operand, right)) {
        note(site, Comparison.Relation.NUMBERS, operand, operand - left + right);
      }
    }
  }

  /** As {@link #remainder(long, long, int)}. */
  public static void remainder(int left, int right, int site) {
    remainder((long) left, right, site);
  }

  /** A comparison behind a mask: what would have to be masked so that both are equal. */
  public static void mask(long left, long right, int site) {
    synchronized (LOCK) {
      long operand = ARITHMETIC[OPERAND];
      long by = ARITHMETIC[BY];
      if (isNews(site, operand, right)) {
        note(site, Comparison.Relation.NUMBERS, operand, operand & ~by | right & by);
      }
    }
  }

  /** As {@link #mask(long, long, int)}. */
  public static void mask(int left, int right, int site) {
    mask((long) left, right, site);
  }

  /** Two values that are to be equal, whatever they are. */
  public static void equal(Object left, Object right, int site) {
    texts(left, right, Comparison.Relation.EQUAL, site);
  }

  /** Two texts that are to be equal but for upper and lower case. */
  public static void caseless(Object left, Object right, int site) {
    texts(left, right, Comparison.Relation.CASELESS, site);
  }

  public static void start(Object text, Object start, int site) {
    texts(text, start, Comparison.Relation.START, site);
  }

  /** Whether something starts at an offset. */
  public static void start(Object text, Object start, int offset, int site) {
    String part = ComparedValues.part(text, offset, Integer.MAX_VALUE);
    texts(part, start, Comparison.Relation.START, site);
  }

  public static void end(Object text, Object end, int site) {
    texts(ComparedValues.tail(text), end, Comparison.Relation.END, site);
  }

  public static void part(Object text, Object part, int site) {
    texts(text, part, Comparison.Relation.PART, site);
  }

  /** Two parts of texts, as of {@link String#regionMatches(int, String, int, int)}. */
  public static void region(
      Object left, int from, Object right, int otherFrom, int length, int site) {
    region(left, false, from, right, otherFrom, length, site);
  }

  /** As {@link #region(Object, int, Object, int, int, int)}; upper and lower case may not count. */
  public static void region(
      Object left, boolean caseless, int from, Object right, int otherFrom, int length, int site) {
    texts(
        ComparedValues.part(left, from, length),
        ComparedValues.part(right, otherFrom, length),
        caseless ? Comparison.Relation.CASELESS : Comparison.Relation.EQUAL,
        site);
  }

  /** Two parts of arrays. */
  public static void range(
      Object left, int from, int to, Object right, int otherFrom, int otherTo, int site) {
    Object one = ComparedValues.range(left, from, to);
    Object other = ComparedValues.range(right, otherFrom, otherTo);
    texts(one, other, Comparison.Relation.EQUAL, site);
  }

  /** A text that is to match a regular expression, the first or the second of which is given. */
  public static void pattern(Object text, Object pattern, int site) {
    Object regex = pattern instanceof Pattern compiled ? compiled.pattern() : pattern;
    texts(text, regex, Comparison.Relation.PATTERN, site);
  }

  /** A text that a switch looks at. */
  public static void words(Object text, int site) {
    Object copy = ComparedValues.copy(text);
    synchronized (LOCK) {
      if (copy != null && hasRoom(site)) {
        note(site, Comparison.Relation.WORDS, copy, null);
      }
    }
  }

  /** The name of a constant. */
  public static void constant(Class<?> type, Object constant, int site) {
    if (type != null && type.isEnum() && constant instanceof String) {
      Object[] constants = type.getEnumConstants();
      for (int i = 0; constants != null && i < constants.length && i < MOST_CONSTANTS; i++) {
        equal(constant, ((Enum<?>) constants[i]).name(), site);
      }
    }
  }

  /** A key that is looked up in a map of the JDK's; others might notice that they are looked at. */
  public static void lookup(Object map, Object key, int site) {
    if (map instanceof Map && ComparedContainers.isOfJdk(map)) {
      search(map, key, site);
    }
  }

  /** A value that is looked up in a collection of the JDK's. */
  public static void element(Object collection, Object value, int site) {
    if (collection instanceof Collection && ComparedContainers.isOfJdk(collection)) {
      search(collection, value, site);
    } else if (collection instanceof CharSequence) {
      part(collection, value, site);
    }
  }

  /** A value that is removed from a map or a collection of the JDK's. */
  public static void removal(Object container, Object value, int site) {
    lookup(container, value, site);
    element(container, value, site);
  }

  /** A call by reflection, of those methods that are traced when code calls them. */
  public static void invoked(Object method, Object receiver, Object arguments, int site) {
    if (!(method instanceof Method called)
        || !(arguments instanceof Object[] all)
        || all.length == 0
        || all.length > 2
        || !called.getDeclaringClass().getName().startsWith("java.")) {
      return;
    }
    Object left = all.length == 2 ? all[0] : receiver;
    Object right = all[all.length - 1];
    switch (called.getName()) {
      case "equals", "contentEquals", "compareTo", "compare", "deepEquals", "isEqual" ->
          equal(left, right, site);
      case "equalsIgnoreCase", "compareToIgnoreCase" -> caseless(left, right, site);
      case "startsWith" -> start(receiver, all[0], site);
      case "endsWith" -> end(receiver, all[0], site);
      case "contains", "indexOf", "lastIndexOf" -> element(receiver, all[0], site);
      case "matches" -> pattern(receiver, all[0], site);
      case "get", "containsKey", "getOrDefault" -> lookup(receiver, all[0], site);
      default -> {} // nothing that is compared
    }
  }

  /**
   * @param container a map or a collection of the JDK's
   */
  private static void search(Object container, Object value, int site) {
    synchronized (LOCK) {
      if (value == null || !hasRoom(site)) {
        return;
      }
    }
    ComparedContainers.likely(container, value).forEach(other -> equal(value, other, site));
  }

  private static void texts(Object left, Object right, Comparison.Relation relation, int site) {
    if (left == null || right == null || left == right && relation == Comparison.Relation.EQUAL) {
      return;
    }
    synchronized (LOCK) {
      if (!hasRoom(site)) {
        return;
      }
    }
    // Not while this is locked: to copy a StringBuffer takes its own lock.
    Object one = ComparedValues.copy(left);
    Object other = ComparedValues.copy(right);
    synchronized (LOCK) {
      if (one != null && other != null && hasRoom(site)) {
        note(site, relation, one, other);
      }
    }
  }

  private static boolean isNews(int site, long left, long right) {
    if (!hasRoom(site)) {
      return false;
    }
    long hash = ((site + 1L) * 0x9E3779B97F4A7C15L + left) * 0xBF58476D1CE4E5B9L + right;
    hash ^= hash >>> 31;
    hash = hash == 0 ? 1 : hash;
    int slot = (int) hash & RECENT - 1;
    if (SEEN[slot] == hash) {
      return false;
    }
    SEEN[slot] = hash;
    return true;
  }

  private static boolean hasRoom(int site) {
    return ON.get()
        && site >= 0
        && site < MOST_SITES
        && OF_SITE[site] < MOST_OF_SITE
        && NOTED.size() < MOST;
  }

  private static void note(int site, Comparison.Relation relation, Object left, Object right) {
    if (NOTED.add(new Comparison(site, relation, left, right))) {
      OF_SITE[site]++;
    }
  }
}
