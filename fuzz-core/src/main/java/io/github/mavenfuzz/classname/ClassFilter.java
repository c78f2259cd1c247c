package io.github.mavenfuzz.classname;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which classes are instrumented: those that an include matches, or all when there are no includes,
 * less those that an exclude matches, and never the JDK, the engine, or proxies and the like that
 * are generated at run time. Test frameworks are left out unless an include names one, such as
 * {@code org.hamcrest.**}; {@code org.**} does not.
 *
 * <p>In a pattern {@code *} stands for any characters but a dot and {@code **} for any characters;
 * a pattern matches the nested classes of what it matches too.
 */
public final class ClassFilter {
  private static final List<String> JDK = List.of("java.", "jdk.", "sun.reflect.");
  private static final List<String> ENGINE = List.of("io.github.mavenfuzz.");

  /** Packages of test frameworks, which guide towards nothing. */
  private static final List<String> FRAMEWORKS =
      List.of(
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

  /** Whether a class gets probes, or why not. */
  public enum Verdict {
    ACCEPTED,
    /** Never instrumented: of the JDK or the engine, or a proxy. */
    NEVER,
    /** Of a test framework that no include names. */
    BY_DEFAULT,
    /** There are includes, and none matches. */
    BY_INCLUDES,
    /** An exclude matches. */
    BY_EXCLUDES
  }

  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  /** The packages of frameworks that an include names. */
  private final List<String> named;

  /**
   * @param includes patterns of class names; none means all classes
   * @param excludes patterns of class names
   */
  public ClassFilter(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().map(ClassFilter::compile).toList();
    this.excludes = excludes.stream().map(ClassFilter::compile).toList();
    this.named =
        FRAMEWORKS.stream()
            .filter(prefix -> includes.stream().anyMatch(include -> names(include, prefix)))
            .toList();
  }

  /** Whether a pattern matches only classes of a package. */
  private static boolean names(String pattern, String prefix) {
    int star = pattern.indexOf('*');
    String literal = star < 0 ? pattern : pattern.substring(0, star);
    return literal.startsWith(prefix) || prefix.equals(literal + '.');
  }

  /**
   * Why an include can match nothing: it names what is never instrumented.
   *
   * @return whose classes these are, such as {@code the JDK}, or null when the include is of use
   */
  public static String uselessBecauseOf(String include) {
    if (JDK.stream().anyMatch(prefix -> names(include, prefix))) {
      return "the JDK";
    }
    return ENGINE.stream().anyMatch(prefix -> names(include, prefix)) ? "the fuzzer" : null;
  }

  /**
   * @param className a binary name, such as {@code com.example.Outer$Inner}
   */
  public boolean accepts(String className) {
    return judge(className) == Verdict.ACCEPTED;
  }

  /**
   * @param className as in {@link #accepts}
   */
  public Verdict judge(String className) {
    if (startsWithAny(className, JDK)
        || startsWithAny(className, ENGINE)
        || GENERATED.matcher(className).matches()) {
      return Verdict.NEVER;
    }
    String framework = frameworkOf(className);
    if (framework != null && !named.contains(framework)) {
      return Verdict.BY_DEFAULT;
    }
    if (!includes.isEmpty() && !matchesAny(includes, className)) {
      return Verdict.BY_INCLUDES;
    }
    return matchesAny(excludes, className) ? Verdict.BY_EXCLUDES : Verdict.ACCEPTED;
  }

  /** The package of the test framework that a class is part of, with a dot at the end, or null. */
  public static String frameworkOf(String className) {
    for (String framework : FRAMEWORKS) {
      if (className.startsWith(framework)) {
        return framework;
      }
    }
    return null;
  }

  private static boolean startsWithAny(String className, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
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
