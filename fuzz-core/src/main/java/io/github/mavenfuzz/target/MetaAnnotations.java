package io.github.mavenfuzz.target;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Knows what annotations stand on annotations: as to JUnit, one that carries another one means what
 * that means.
 */
final class MetaAnnotations {
  private final ParsedClasses classes;

  /** By the descriptor of an annotation: its own, and those that it carries at any depth. */
  private final Map<String, Set<String>> meanings = new HashMap<>();

  MetaAnnotations(ParsedClasses classes) {
    this.classes = classes;
  }

  /**
   * Whether one of several annotations is of a type or means it.
   *
   * @param annotations null for none
   * @param descriptor of the annotation that is looked for
   */
  boolean has(List<AnnotationNode> annotations, String descriptor) {
    return annotations != null
        && annotations.stream().anyMatch(a -> meanings(a.desc).contains(descriptor));
  }

  private Set<String> meanings(String descriptor) {
    Set<String> known = meanings.get(descriptor);
    if (known == null) {
      known = read(descriptor);
      meanings.put(descriptor, known);
    }
    return known;
  }

  /** Annotations may carry each other in circles. */
  private Set<String> read(String descriptor) {
    Set<String> seen = new HashSet<>(Set.of(descriptor));
    for (Deque<String> left = new ArrayDeque<>(seen); !left.isEmpty(); ) {
      classes
          .find(className(left.pop()))
          .ifPresent(
              type ->
                  type.annotations().stream()
                      .map(a -> a.desc)
                      .filter(seen::add)
                      .forEach(left::push));
    }
    return seen;
  }

  /** The internal name of a type of an annotation; that of no class when it is corrupt. */
  static String className(String descriptor) {
    return descriptor.length() > 2 ? descriptor.substring(1, descriptor.length() - 1) : "";
  }
}
