package io.github.mavenfuzz.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * An annotation on a use of a type, as far as it says something about the values. Those of
 * jazzer-api are known by name, so that the fuzzer does not need that library.
 *
 * @param name the annotation's simple name
 * @param jazzers whether it is one of jazzer-api's, so that its elements are known
 * @param elements what its use says explicitly
 */
record Mark(String name, boolean jazzers, Map<String, Object> elements) {
  private static final String JAZZER = "Lcom/code_intelligence/jazzer/mutation/annotation/";
  private static final String RECURSIVE = "JAZZER_PROPERTY_CONSTRAINT_RECURSIVE";

  static Mark of(AnnotationNode annotation) {
    String name = annotation.desc.substring(0, annotation.desc.length() - 1);
    Map<String, Object> elements = new HashMap<>();
    for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
      elements.put((String) annotation.values.get(i), annotation.values.get(i + 1));
    }
    return new Mark(
        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1),
        annotation.desc.startsWith(JAZZER),
        elements);
  }

  /** Whether it holds for all types within the one that has it, too. */
  boolean recursive() {
    return jazzers && RECURSIVE.equals(elements.get("constraint"));
  }

  double real(String element, double otherwise) {
    return elements.get(element) instanceof Number n ? n.doubleValue() : otherwise;
  }

  long integral(String element, long otherwise) {
    return elements.get(element) instanceof Number n ? n.longValue() : otherwise;
  }

  boolean flag(String element, boolean otherwise) {
    return elements.get(element) instanceof Boolean b ? b : otherwise;
  }

  /** The elements of an array; empty when the use does not mention it. */
  List<?> list(String element) {
    return elements.get(element) instanceof List<?> list ? list : List.of();
  }

  /** The annotation as users write it, with its limits. */
  @Override
  public String toString() {
    String limits =
        Stream.of("min", "max")
            .filter(elements::containsKey)
            .map(e -> e + " = " + elements.get(e))
            .collect(Collectors.joining(", "));
    return '@' + name + (limits.isEmpty() ? "" : '(' + limits + ')');
  }
}
