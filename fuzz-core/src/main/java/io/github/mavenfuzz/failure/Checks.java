package io.github.mavenfuzz.failure;

import io.github.mavenfuzz.outline.ClassOutline;
import io.github.mavenfuzz.outline.MethodOutline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods of a class only check and throw, such as {@code static void holds(boolean law,
 * String name) { if (!law) throw new AssertionError(name); }}: what is wrong is wrong where they
 * are called. Such a method gives back nothing that it has made, sets no field, and calls only the
 * JDK, assertion libraries, and others of its kind. An abstract method counts as one, an
 * initialiser or a constructor does not.
 *
 * <p>Made once per class, from its file; the JVM keeps it with the class.
 */
final class Checks {
  private static final Checks UNKNOWN = new Checks(ClassOutline.UNKNOWN);

  private static final ClassValue<Checks> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Checks computeValue(Class<?> type) {
          return new Checks(ClassOutline.read(type.getName()));
        }
      };

  /** Libraries of languages, which are to them what the JDK is to Java. */
  private static final List<String> LANGUAGES =
      List.of("java.", "javax.", "jdk.", "kotlin.", "scala.", "groovy.", "org.codehaus.groovy.");

  private static final String APPLICATION_LOADER = "app";

  private final ClassOutline outline;

  /** By method, once it was asked for. */
  private final Map<MethodOutline, Boolean> known = new HashMap<>();

  private Checks(ClassOutline outline) {
    this.outline = outline;
  }

  /** Knows nothing of a class that another loader has made than that of the class path. */
  static Checks of(StackTraceElement frame) {
    if (!APPLICATION_LOADER.equals(frame.getClassLoaderName())) {
      return UNKNOWN;
    }
    try {
      return OF_CLASS.get(
          Class.forName(frame.getClassName(), false, ClassLoader.getSystemClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return UNKNOWN;
    }
  }

  /** How many lines below the first of its method the line of a frame is; -1 when unknown. */
  int lineInMethod(StackTraceElement frame) {
    return method(frame).map(m -> m.relative(frame.getLineNumber())).orElse(-1);
  }

  /** Whether the method of a frame only checks and throws. */
  synchronized boolean have(StackTraceElement frame) {
    Optional<MethodOutline> method = method(frame);
    boolean isInitializer = frame.getMethodName().startsWith("<");
    if (method.isEmpty() || isInitializer) {
      return false;
    }
    Boolean answer = known.get(method.get());
    if (answer == null) {
      answer = new Search().onlyChecks(method.get());
      known.put(method.get(), answer);
    }
    return answer;
  }

  private Optional<MethodOutline> method(StackTraceElement frame) {
    return outline.method(frame.getMethodName(), frame.getLineNumber());
  }

  /** Follows the calls of one method. */
  private static final class Search {
    /** More than a helper's helpers have. */
    private static final int MOST_CALLS = 100;

    private final Set<MethodOutline.Call> seen = new HashSet<>();
    private final Map<String, ClassOutline> classes = new HashMap<>();

    boolean onlyChecks(MethodOutline method) {
      return method.hasNoResult()
          && !method.writes()
          && method.calls().stream().allMatch(this::onlyChecks);
    }

    /** A call that comes round again is one that others decide about. */
    private boolean onlyChecks(MethodOutline.Call call) {
      if (isHarmless(call.owner()) || !seen.add(call)) {
        return true;
      }
      return seen.size() < MOST_CALLS && find(call).map(this::onlyChecks).orElse(false);
    }

    private Optional<MethodOutline> find(MethodOutline.Call call) {
      String owner = call.owner();
      while (owner != null && !isHarmless(owner)) {
        ClassOutline outline = classes.computeIfAbsent(owner, ClassOutline::read);
        Optional<MethodOutline> method = outline.method(call.key());
        if (method.isPresent()) {
          return method;
        }
        owner = outline.parent();
      }
      return Optional.empty();
    }

    private static boolean isHarmless(String className) {
      return className.startsWith("[")
          || LANGUAGES.stream().anyMatch(className::startsWith)
          || AssertionLibraries.have(className);
    }
  }
}
