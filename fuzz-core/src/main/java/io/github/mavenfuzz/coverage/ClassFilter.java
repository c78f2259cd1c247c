package io.github.mavenfuzz.coverage;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which classes are instrumented: those that an include matches, or all when there are no includes,
 * less those that an exclude matches, and never the JDK, the engine, a test framework, or what is
 * generated at run time.
 *
 * <p>In a pattern {@code *} stands for any characters but a dot and {@code **} for any characters;
 * a pattern matches the nested classes of what it matches too.
 */
public final class ClassFilter {
  private static final List<String> NEVER =
      List.of(
          "java.",
          "jdk.",
          "sun.reflect.",
          "io.github.mavenfuzz.",
          "com.code_intelligence.jazzer.",
          "org.junit.",
          "junit.",
          "org.testng.",
          "org.hamcrest.",
          "org.assertj.",
          "org.opentest4j.",
          "org.apiguardian.",
          "org.mockito.",
          "net.bytebuddy.",
          "org.jacoco.");

  /** Classes made at run time under numbered names, which would be new coverage in every JVM. */
  private static final Pattern GENERATED =
      Pattern.compile(
          ".*(\\$\\$(EnhancerBy|FastClassBy|SpringCGLIB)|\\$(ByteBuddy|MockitoMock)\\$).*"
              + "|(.*\\.)?\\$Proxy\\d+"
              // The engine's own, in the target's package.
              + "|.*\\$FuzzLookup");

  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  /**
   * @param includes patterns of class names; none means all classes
   * @param excludes patterns of class names
   */
  public ClassFilter(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().map(ClassFilter::compile).toList();
    this.excludes = excludes.stream().map(ClassFilter::compile).toList();
  }

  /**
   * @param className a binary name, such as {@code com.example.Outer$Inner}
   */
  public boolean accepts(String className) {
    return NEVER.stream().noneMatch(className::startsWith)
        && !GENERATED.matcher(className).matches()
        && (includes.isEmpty() || matchesAny(includes, className))
        && !matchesAny(excludes, className);
  }

  /** Whether one pattern matches a class. */
  public static boolean matches(String pattern, String className) {
    return matcher(pattern).test(className);
  }

  /** Tells of many class names whether one pattern matches them. */
  public static Predicate<String> matcher(String pattern) {
    return compile(pattern).asMatchPredicate();
  }

  private static boolean matchesAny(List<Pattern> patterns, String className) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(className).matches()) {
        return true;
      }
    }
    return false;
  }

  private static Pattern compile(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (pattern.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^.]*");
      }
    }
    return Pattern.compile(regex + "(\\$.*)?");
  }
}
