package io.github.mavenfuzz.boot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.stream.Stream;

/** Chooses among the elements of a container those that a value was likely meant to be. */
final class ComparedContainers {
  /** Elements of one container that are chosen. */
  private static final int MOST = 32;

  /** How many elements are looked at to choose from. */
  private static final int MOST_LOOKED_AT = 1_000;

  private ComparedContainers() {}

  /** Others might notice that they are looked at. */
  static boolean isOfJdk(Object container) {
    return isOfBootLoader(container) && container.getClass().getName().startsWith("java.util.");
  }

  private static boolean isOfBootLoader(Object value) {
    return value.getClass().getClassLoader() == null;
  }

  /**
   * The elements, or keys, that are most like a value.
   *
   * @param container a map or a collection of the JDK's
   * @param value that is looked up in it
   */
  static List<Object> likely(Object container, Object value) {
    try {
      Collection<?> all = elementsOf(container);
      return all instanceof NavigableSet<?> sorted && isComparable(sorted, value)
          ? neighbours(sorted, value)
          : alike(all, value);
    } catch (RuntimeException e) {
      // The target's own look-up fails as well, or it is a view of a container of the target's.
      return List.of();
    }
  }

  private static Collection<?> elementsOf(Object container) {
    if (container instanceof NavigableMap<?, ?> sorted) {
      return sorted.navigableKeySet();
    }
    return container instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) container;
  }

  private static boolean isComparable(NavigableSet<?> sorted, Object value) {
    return sorted.comparator() == null && isOfBootLoader(value);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<Object> neighbours(NavigableSet<T> sorted, Object value) {
    return Stream.<Object>of(sorted.lower((T) value), sorted.higher((T) value))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The elements that are most like a value, and the first few others. */
  private static List<Object> alike(Collection<?> all, Object value) {
    Object copy = ComparedValues.copy(value);
    if (copy == null || all.isEmpty()) {
      return List.of();
    }
    List<Object> near = new ArrayList<>();
    List<Object> others = new ArrayList<>();
    int looked = 0;
    try {
      for (Object element : all) {
        if (++looked > MOST_LOOKED_AT) {
          break;
        }
        Object other = ComparedValues.copy(element);
        if (other != null && other.getClass() == copy.getClass()) {
          (isAlike(copy, other) ? near : others).add(other);
        }
      }
    } catch (RuntimeException changedMeanwhile) {
      // Another thread changes the collection.
    }
    // The order of Set.of and the like is another one in each JVM.
    Comparator<Object> byText = Comparator.comparing(String::valueOf);
    return Stream.concat(near.stream().sorted(byText), others.stream().sorted(byText))
        .limit(MOST)
        .toList();
  }

  private static boolean isAlike(Object value, Object other) {
    return value instanceof String text
        && other instanceof String word
        && !text.isEmpty()
        && !word.isEmpty()
        && (text.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))
            || text.charAt(0) == word.charAt(0));
  }
}
