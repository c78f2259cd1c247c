package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * The frame that a failure is to be blamed on: the innermost of the project that does more than
 * check and throw, and for a failed assertion the place of the target where it was made. Two
 * assertions of one target are two causes, so that their lines count there.
 *
 * @param index in the frames of the project, innermost first
 * @param line below the first of its method, or -1 when it does not count
 */
record Blame(int index, int line) {
  /** The innermost frame, wherever it is. */
  static final Blame INNERMOST = new Blame(0, -1);

  /** Helpers upon helpers; what is behind more is not looked for. */
  private static final int MOST_HELPERS = 16;

  /**
   * @param stack of what was thrown, without the engine's frames
   * @param frames those of the project
   */
  static Blame of(Throwable thrown, StackTraceElement[] stack, List<StackTraceElement> frames) {
    if (frames.isEmpty() || thrown instanceof VirtualMachineError) {
      return INNERMOST;
    }
    String target = outermostClass(frames.get(frames.size() - 1));
    int first = innermost(frames, 0, null);
    boolean byHelper = first > 0 || isOfLibrary(stack);
    boolean isOfTarget = outermostClass(frames.get(0)).equals(target);
    boolean isAssertion =
        thrown instanceof AssertionError && (byHelper || isOfTarget) && !isInInitializer(frames);
    int index = isAssertion ? innermost(frames, first, target) : first;
    StackTraceElement frame = frames.get(index);
    boolean counts = (isAssertion || first > 0) && outermostClass(frame).equals(target);
    return new Blame(index, counts ? Checks.of(frame).lineInMethod(frame) : -1);
  }

  /**
   * The first frame from another on that is no helper; that one itself without any.
   *
   * @param ofClass which class it has to be of, or null for any
   */
  private static int innermost(List<StackTraceElement> frames, int from, String ofClass) {
    int last = frames.size() - 1;
    for (int i = from; i <= Math.min(last, MOST_HELPERS); i++) {
      StackTraceElement frame = frames.get(i);
      boolean wanted = ofClass == null || outermostClass(frame).equals(ofClass);
      if (wanted && (i == last || !Checks.of(frame).have(frame))) {
        return i;
      }
    }
    return from;
  }

  /** What it throws is something else at each later use of the class, and the same cause. */
  private static boolean isInInitializer(List<StackTraceElement> frames) {
    return frames.stream().anyMatch(frame -> frame.getMethodName().equals("<clinit>"));
  }

  /** Whether an assertion library has thrown it. */
  private static boolean isOfLibrary(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (AssertionLibraries.have(frame.getClassName())) {
        return true;
      }
      if (Frames.isProject(frame)) {
        return false;
      }
    }
    return false;
  }

  private static String outermostClass(StackTraceElement frame) {
    String name = frame.getClassName();
    int nested = name.indexOf('$');
    return nested > 0 ? name.substring(0, nested) : name;
  }

  /** The name of a frame in a signature. */
  String name(int frame, String name) {
    return frame == index && line >= 0 ? name + '+' + line : name;
  }
}
