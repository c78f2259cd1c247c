package io.github.mavenfuzz.failure;

import java.util.List;
import java.util.Objects;

/**
 * Which frame a failure is to be blamed on: the innermost of the project that is no helper which
 * only throws, and for a failed assertion the place of the target where it was made. Two assertions
 * of one target are two causes, whatever they are made with.
 */
final class BlamedFrame {
  /** Helpers upon helpers; what is behind more is not looked for. */
  private static final int MOST_HELPERS = 16;

  private static final List<String> EXITS =
      List.of(System.class.getName(), Runtime.class.getName());

  private final StackTraceElement[] stack;
  private final List<StackTraceElement> frames;

  /** The outermost class of the target, or of what a thread runs that the target has started. */
  private final String target;

  /**
   * @param stack without the engine's frames
   * @param frames those of the project, at least one
   */
  BlamedFrame(StackTraceElement[] stack, List<StackTraceElement> frames) {
    this.stack = stack;
    this.frames = frames;
    this.target = outermostClass(frames.get(frames.size() - 1));
  }

  /**
   * The index of the frame, in those of the project. What the JVM throws for want of memory or
   * stack is to be blamed on the innermost, whatever that does.
   */
  int of(Throwable thrown) {
    if (thrown instanceof VirtualMachineError) {
      return 0;
    }
    boolean byLibrary = isByLibrary();
    boolean mayBeHelper = byLibrary || isThrownByInnermost(thrown);
    int first = mayBeHelper ? aboveHelpers(thrown instanceof AssertionError) : 0;
    boolean byHelper = first > 0 || byLibrary;
    boolean isOfTarget = outermostClass(frames.get(0)).equals(target);
    boolean isAssertion =
        thrown instanceof AssertionError && (byHelper || isOfTarget) && !isInInitializer();
    return isAssertion ? ofTarget(first) : first;
  }

  /** The same for a call that ends the JVM: {@code die(String text)} is a helper, too. */
  int ofExit() {
    for (StackTraceElement frame : stack) {
      if (Frames.isProject(frame)) {
        return aboveHelpers(false);
      }
      if (!EXITS.contains(frame.getClassName())) {
        return 0; // something else has called it back
      }
    }
    return 0;
  }

  private boolean isThrownByInnermost(Throwable thrown) {
    StackTraceElement frame = frames.get(0);
    return LanguageLibraries.have(frame.getClassName())
        || Helpers.of(frame).make(frame, thrown.getClass().getName());
  }

  /**
   * The innermost frame that is no helper; the innermost of all without any. What implements a
   * method of others and only throws, or is a function that others call, is the one to blame, for
   * its caller knows nothing of it: a helper is what its caller names.
   *
   * @param anyCaller whether it may be called by those as well
   */
  private int aboveHelpers(boolean anyCaller) {
    int last = Math.min(frames.size() - 1, MOST_HELPERS);
    for (int i = 0; i < last; i++) {
      boolean isCalled = anyCaller || isNamedBy(frames.get(i), frames.get(i + 1));
      if (!isHelper(frames.get(i)) || !isCalled) {
        return i;
      }
    }
    return last < MOST_HELPERS ? last : 0;
  }

  private static boolean isNamedBy(StackTraceElement helper, StackTraceElement caller) {
    return LanguageLibraries.have(helper.getClassName()) || Helpers.isNamed(helper, caller);
  }

  /** The first frame of the target, from another on, that is no helper; that one without any. */
  private int ofTarget(int from) {
    int last = frames.size() - 1;
    for (int i = from; i <= Math.min(last, MOST_HELPERS); i++) {
      StackTraceElement frame = frames.get(i);
      if (outermostClass(frame).equals(target) && (i == last || !isHelper(frame))) {
        return i;
      }
    }
    return from;
  }

  private static boolean isHelper(StackTraceElement frame) {
    return LanguageLibraries.have(frame.getClassName()) || Helpers.of(frame).have(frame);
  }

  /** What it throws is something else at each later use of the class, and the same cause. */
  private boolean isInInitializer() {
    return frames.stream().anyMatch(frame -> frame.getMethodName().equals("<clinit>"));
  }

  /** Whether an assertion library has thrown it, or the JDK's own. */
  private boolean isByLibrary() {
    String caller = null;
    for (StackTraceElement frame : stack) {
      if (AssertionLibraries.have(frame.getClassName())) {
        return true;
      }
      if (Frames.isProject(frame)) {
        return Objects.class.getName().equals(caller);
      }
      caller = frame.getClassName();
    }
    return false;
  }

  private static String outermostClass(StackTraceElement frame) {
    String name = frame.getClassName();
    int nested = name.indexOf('$');
    return nested > 0 ? name.substring(0, nested) : name;
  }
}
