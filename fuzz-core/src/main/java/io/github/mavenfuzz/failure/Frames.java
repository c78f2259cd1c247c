package io.github.mavenfuzz.failure;

import io.github.mavenfuzz.classname.GeneratedNames;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the frames of a stack apart by whom they belong to, and names them so that the same method
 * has the same name in every JVM.
 */
final class Frames {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** What only the JDK may define, generated accessors included. */
  private static final List<String> JDK_ON_CLASS_PATH = List.of("java.", "jdk.", "sun.reflect.");

  private static final Set<String> JDK_LOADERS = Set.of("app", "platform");

  private static final List<String> REFLECTION =
      List.of("java.lang.reflect.", "java.lang.invoke.", "jdk.internal.reflect.", "sun.reflect.");

  /**
   * The packages that call a target or a record's constructor: from their topmost frame down, a
   * stack is the engine's.
   */
  private static final List<String> CALLERS =
      List.of(
          "io.github.mavenfuzz.worker.",
          "io.github.mavenfuzz.argument.",
          "io.github.mavenfuzz.lifecycle.",
          "io.github.mavenfuzz.jupiter.",
          "io.github.mavenfuzz.junit.");

  private static final String ENGINE = "io.github.mavenfuzz.";

  private static final List<String> TEST_FRAMEWORKS = List.of("org.junit.", "junit.");

  /** Generated classes: what follows the group differs from one JVM to the next. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "(\\$\\$Lambda|\\$\\$(?:EnhancerBy|FastClassBy)[A-Za-z]*|\\$\\$SpringCGLIB"
              + "|\\$ByteBuddy|\\$MockitoMock|\\$HibernateProxy)(?:[$/+].*)?$");

  private static final Pattern PROXY = Pattern.compile("\\$Proxy\\d+$");
  private static final Pattern HIDDEN = Pattern.compile("[/+].*$");
  private static final Pattern METHOD_NUMBER = Pattern.compile("(?:[$-]\\d+)+$");

  private Frames() {}

  /** Whether a frame belongs to the project or one of its libraries. */
  static boolean isProject(StackTraceElement frame) {
    return !isJdk(frame)
        && !isEngineOrAssertion(frame.getClassName())
        && !frame.getMethodName().startsWith("access$");
  }

  /** By the module where the JVM says which; libraries too have packages named javax or com.sun. */
  private static boolean isJdk(StackTraceElement frame) {
    String module = frame.getModuleName();
    return module == null
        ? startsWithAny(frame.getClassName(), JDK_ON_CLASS_PATH)
        : module.startsWith("java.") || module.startsWith("jdk.");
  }

  /** Whether a class belongs to the project or one of its libraries. */
  static boolean isProject(String className) {
    return !startsWithAny(className, JDK) && !isEngineOrAssertion(className);
  }

  private static boolean isEngineOrAssertion(String className) {
    return className.startsWith(ENGINE) || AssertionLibraries.have(className);
  }

  /** The method of a frame, without what differs between two JVMs or two compilations. */
  static Place place(StackTraceElement frame) {
    return new Place(
        className(frame.getClassName()),
        METHOD_NUMBER.matcher(frame.getMethodName()).replaceFirst(""));
  }

  /** A class name without the parts that the JVM or a generator numbers. */
  static String className(String name) {
    if (name.indexOf('$') < 0 && name.indexOf('/') < 0 && name.indexOf('+') < 0) {
      return GeneratedNames.stable(name); // as most are
    }
    String stable = GENERATED.matcher(name).replaceFirst("$1");
    stable = HIDDEN.matcher(stable).replaceFirst("");
    return GeneratedNames.stable(PROXY.matcher(stable).replaceFirst("\\$Proxy"));
  }

  /**
   * The stack from its top to the target method: less the engine's frames that called it, and the
   * reflection between. A stack that never left the engine stays whole, as it shows an error there.
   *
   * @param stack topmost frame first
   */
  static StackTraceElement[] aboveEngine(StackTraceElement[] stack) {
    int end = 0;
    while (end < stack.length && !startsWithAny(stack[end].getClassName(), CALLERS)) {
      end++;
    }
    if (end == stack.length) {
      return stack;
    }
    while (end > 0 && isCallPath(stack[end - 1].getClassName())) {
      end--;
    }
    return end == 0 ? stack : Arrays.copyOf(stack, end);
  }

  /**
   * The frame as a throwable would show it. Those that are taken from a running thread name the
   * JDK's own class loaders and the version of its modules as well.
   */
  static StackTraceElement asThrown(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    String module = frame.getModuleName();
    return new StackTraceElement(
        loader == null || JDK_LOADERS.contains(loader) ? null : loader,
        module,
        module == null || startsWithAny(module, JDK) ? null : frame.getModuleVersion(),
        frame.getClassName(),
        frame.getMethodName(),
        frame.getFileName(),
        frame.getLineNumber());
  }

  private static boolean isCallPath(String className) {
    return startsWithAny(className, REFLECTION) || startsWithAny(className, TEST_FRAMEWORKS);
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
