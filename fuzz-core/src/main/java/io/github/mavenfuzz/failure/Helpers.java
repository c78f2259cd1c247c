package io.github.mavenfuzz.failure;

import io.github.mavenfuzz.outline.ClassOutline;
import io.github.mavenfuzz.outline.MethodOutline;
import io.github.mavenfuzz.outline.MethodOutline.Trait;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods of a class are helpers that only throw, so that what is wrong is wrong where they
 * are called. By their bytecode there are three sorts:
 *
 * <ul>
 *   <li>{@code void fail(String text) { throw new ParseException(text + position()); }}, which
 *       never returns and has no loop;
 *   <li>{@code ParseException error(String text) { return new ParseException(text); }}, which makes
 *       what others throw;
 *   <li>{@code void holds(boolean law, String name) { if (!law) throw new AssertionError(name); }},
 *       which gives back nothing that it has made, sets no field, and calls only the JDK, assertion
 *       libraries, and other helpers. An abstract method counts as one.
 * </ul>
 *
 * <p>An initialiser or a constructor is none. Made once per class, from its file; the JVM keeps it
 * with the class.
 */
final class Helpers {
  private static final Helpers UNKNOWN = new Helpers(ClassOutline.UNKNOWN);

  private static final ClassValue<Helpers> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Helpers computeValue(Class<?> type) {
          return new Helpers(ClassOutline.read(type.getName()));
        }
      };

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.");

  private static final String APPLICATION_LOADER = "app";

  private final ClassOutline outline;

  /**
   * Which are helpers, once it was asked for; by the outlines themselves, of which one is there.
   */
  private final Map<MethodOutline, Boolean> known = new IdentityHashMap<>();

  /** For a method of this class, whether it names others, by class and method. */
  private final Map<MethodOutline, Map<String, Boolean>> named = new IdentityHashMap<>();

  private Helpers(ClassOutline outline) {
    this.outline = outline;
  }

  /** Knows nothing of a class that another loader has made than that of the class path. */
  static Helpers of(StackTraceElement frame) {
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

  /** What the class file says of the class of a frame. */
  ClassOutline outline() {
    return outline;
  }

  /**
   * How many lines below the first of its method the line of a frame is; {@link Place#NO_LINE} when
   * that is not known.
   */
  int lineInMethod(StackTraceElement frame) {
    return outline.lineInMethod(frame.getMethodName(), frame.getLineNumber());
  }

  /**
   * Whether the method of a frame makes objects of a class. Then it is the method itself that threw
   * one, and not the JVM or something that it has called.
   */
  boolean make(StackTraceElement frame, String className) {
    return methods(frame).stream().anyMatch(method -> method.made().contains(className));
  }

  /** Whether the code of one frame names the method of another, which it so has to know. */
  static boolean isNamed(StackTraceElement method, StackTraceElement caller) {
    return of(caller).names(caller, method.getClassName(), method.getMethodName());
  }

  private synchronized boolean names(StackTraceElement caller, String className, String name) {
    return methods(caller).stream()
        .anyMatch(
            outline ->
                named
                    .computeIfAbsent(outline, o -> new HashMap<>())
                    .computeIfAbsent(
                        className + '.' + name, n -> new Search().names(outline, className, name)));
  }

  /** Whether the method of a frame only throws; without a line all that it can be have to. */
  synchronized boolean have(StackTraceElement frame) {
    List<MethodOutline> methods = methods(frame);
    boolean isInitializer = frame.getMethodName().startsWith("<");
    return !isInitializer && !methods.isEmpty() && methods.stream().allMatch(this::isHelper);
  }

  private boolean isHelper(MethodOutline method) {
    Boolean answer = known.get(method);
    if (answer == null) {
      answer = new Search().isHelper(method);
      known.put(method, answer);
    }
    return answer;
  }

  private List<MethodOutline> methods(StackTraceElement frame) {
    return outline.methods(frame.getMethodName(), frame.getLineNumber());
  }

  /** Follows the calls of one method. */
  private static final class Search {
    /** More than a helper's helpers have. */
    private static final int MOST_CALLS = 100;

    private final Set<MethodOutline.Call> seen = new HashSet<>();
    private final Map<String, ClassOutline> classes = new HashMap<>();

    boolean isHelper(MethodOutline method) {
      return neverReturns(method) || makesThrowables(method) || onlyChecks(method);
    }

    boolean names(MethodOutline caller, String className, String name) {
      return caller.calls().stream()
          .filter(call -> call.key().name().equals(name))
          .anyMatch(call -> className.equals(declaringClass(call)));
    }

    private static boolean neverReturns(MethodOutline method) {
      return method.has(Trait.THROWS) && !method.has(Trait.RETURNS) && !method.has(Trait.LOOPS);
    }

    private boolean makesThrowables(MethodOutline method) {
      String type = method.key().returned();
      return type != null && !method.has(Trait.LOOPS) && isThrowable(type);
    }

    private boolean isThrowable(String className) {
      String type = className;
      while (type != null && !type.equals(Throwable.class.getName())) {
        type = outline(type).parent();
      }
      return type != null;
    }

    private boolean onlyChecks(MethodOutline method) {
      return !method.has(Trait.HAS_RESULT)
          && !method.has(Trait.WRITES)
          && method.calls().stream().allMatch(this::onlyChecks);
    }

    /** A call that comes round again is one that others decide about. */
    private boolean onlyChecks(MethodOutline.Call call) {
      if (isHarmless(call.owner()) || !seen.add(call)) {
        return true;
      }
      return seen.size() < MOST_CALLS && find(call).map(this::isHelper).orElse(false);
    }

    private Optional<MethodOutline> find(MethodOutline.Call call) {
      String owner = declaringClass(call);
      return owner == null ? Optional.empty() : outline(owner).method(call.key());
    }

    /** The class that has the method, of the one that the call names and those that it extends. */
    String declaringClass(MethodOutline.Call call) {
      String owner = call.owner();
      while (owner != null && !isHarmless(owner)) {
        ClassOutline outline = outline(owner);
        if (outline.method(call.key()).isPresent()) {
          return owner;
        }
        owner = outline.parent();
      }
      return null;
    }

    private ClassOutline outline(String className) {
      return classes.computeIfAbsent(className, ClassOutline::read);
    }

    private static boolean isHarmless(String className) {
      return className.startsWith("[")
          || JDK.stream().anyMatch(className::startsWith)
          || LanguageLibraries.have(className)
          || AssertionLibraries.have(className);
    }
  }
}
