package io.github.mavenfuzz.target;

import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.input.TargetName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Selects targets as Surefire's {@code -Dtest} selects tests: by a list, separated by commas, of
 * {@code Class}, {@code Class#method}, or either with the package before it. The nested classes of
 * a class are selected with it. {@code *} stands for any characters, in a package for any but a
 * dot, and {@code **} for any characters.
 */
public final class TargetSelector {
  private static final int MOST_SUGGESTIONS = 5;

  private final List<TargetPattern> patterns;

  /**
   * @param selection the list; null or blank selects every target
   */
  public TargetSelector(String selection) {
    patterns =
        Arrays.stream(selection == null ? new String[0] : selection.split(","))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .map(TargetPattern::parse)
            .toList();
  }

  public boolean matches(TargetName target) {
    return patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(target));
  }

  /**
   * Whether methods of a class may be selected.
   *
   * @param className its binary name; empty for what concerns all classes
   */
  boolean mayMatch(String className) {
    return patterns.isEmpty()
        || className.isEmpty()
        || patterns.stream().anyMatch(p -> p.matchesClass(className));
  }

  /**
   * A sentence for each pattern that matches nothing, with the targets that may have been meant.
   *
   * @param targets all that there are
   */
  public List<String> unmatched(List<TargetName> targets) {
    return patterns.stream()
        .filter(p -> targets.stream().noneMatch(p::matches))
        .map(p -> "no fuzz target matches \"" + p.text + "\"; " + suggestions(p, targets))
        .toList();
  }

  private static String suggestions(TargetPattern pattern, List<TargetName> targets) {
    if (targets.isEmpty()) {
      return "there is none at all; " + TargetForm.FORMS;
    }
    String closest =
        targets.stream()
            .sorted(Comparator.comparingInt(pattern::distance))
            .limit(MOST_SUGGESTIONS)
            .map(TargetName::id)
            .collect(Collectors.joining(", "));
    int more = targets.size() - MOST_SUGGESTIONS;
    return (targets.size() == 1 ? "there is only " : "there are ")
        + closest
        + (more > 0 ? " and " + more + " more" : "");
  }

  /**
   * One element of the list.
   *
   * @param text as the user wrote it
   * @param classPattern with a dot when it has a package
   * @param methodPattern {@code *} when the user wrote none
   */
  private record TargetPattern(String text, String classPattern, String methodPattern) {

    static TargetPattern parse(String text) {
      int hash = text.indexOf('#');
      String classPattern = hash < 0 ? text : text.substring(0, hash);
      String methodPattern = hash < 0 ? "" : text.substring(hash + 1);
      return new TargetPattern(
          text,
          classPattern.isEmpty() ? "*" : classPattern,
          methodPattern.isEmpty() ? "*" : methodPattern);
    }

    boolean matches(TargetName target) {
      return matchesClass(target.className())
          && methodRegex().matcher(target.methodName()).matches();
    }

    boolean matchesClass(String className) {
      return ClassFilter.matches(classPattern, comparable(className));
    }

    private Pattern methodRegex() {
      return Pattern.compile(
          Arrays.stream(methodPattern.split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }

    /** The class name with its package only if the pattern has one. */
    private String comparable(String name) {
      return classPattern.indexOf('.') >= 0 ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    int distance(TargetName target) {
      String name = comparable(target.className());
      return EditDistance.between(
          text, text.indexOf('#') < 0 ? name : name + '#' + target.methodName());
    }
  }
}
