package io.github.mavenfuzz.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the cause of a failure, and the way to it, in stacks. Only frames of the project count. */
final class CauseFinder {
  /** So many frames of the outermost that a hang has. */
  private static final int HANG_PLACES = 3;

  private static final int MAX_CALLERS = 2;

  /** So many frames of a throwable's stack a JVM records at most, unless it is told otherwise. */
  private static final int RECORDED_FRAMES = 1024;

  private CauseFinder() {}

  /**
   * @param all a throwable and its causes, the root last
   */
  static Signature ofChain(List<Throwable> all) {
    List<Throwable> chain = FailedInitializer.cut(all);
    Throwable root = chain.get(chain.size() - 1);
    Cause nowhere = thrownBy(chain);
    if (nowhere.isStackOverflow()) {
      Recursion recursion = Recursion.of(ThrowableReader.stack(root));
      if (recursion != null) {
        return new Signature(
            at(nowhere, List.of(recursion.hub())), new CallPath(recursion.others(), false));
      }
    }
    for (int i = chain.size() - 1; i >= 0; i--) {
      Signature found = ofThrowable(nowhere, chain.get(i));
      if (!found.cause().places().isEmpty()) {
        return found;
      }
    }
    return new Signature(nowhere);
  }

  /**
   * What the class of the root cause is, or for a later use of a class whose initialiser has
   * failed, that of the root cause by then: the first use and the later ones are one finding. The
   * author of an exception that states a severity says that what caused it is this issue, so that
   * the class of the outermost such exception counts as well: what the same exception causes
   * without it, or within another one, is another finding.
   */
  private static Cause thrownBy(List<Throwable> chain) {
    Throwable root = chain.get(chain.size() - 1);
    String original = FailedInitializer.originalOf(root);
    String thrown = Frames.className(original == null ? root.getClass().getName() : original);
    if (root instanceof OutOfMemoryError) {
      return new Cause(FailureKind.OUT_OF_MEMORY, thrown, List.of());
    }
    Throwable issue = ThrowableReader.issue(chain);
    boolean isRoot = issue == null || issue == root;
    return new Cause(
        FailureKind.EXCEPTION,
        thrown,
        isRoot ? null : Frames.className(issue.getClass().getName()),
        List.of());
  }

  /**
   * Where a throwable was made. The record of a failed initialiser has no stack when the original
   * had none, and tells no more than that.
   */
  private static Signature ofThrowable(Cause nowhere, Throwable thrown) {
    StackTraceElement[] stack = ThrowableReader.stack(thrown);
    boolean isUnknown =
        stack.length == 0
            && (FailedInitializer.originalOf(thrown) != null || ThrowableReader.lacksStack(thrown));
    if (isUnknown) {
      return new Signature(at(nowhere, List.of(Place.UNKNOWN)));
    }
    if (SampledStacks.isOne(thrown)) {
      List<Place> outermost = outermost(stack);
      return new Signature(at(nowhere, outermost.subList(0, Math.min(1, outermost.size()))));
    }
    ProjectFrames frames = new ProjectFrames(stack);
    if (frames.isEmpty()) {
      return new Signature(nowhere);
    }
    int blamed = new BlamedFrame(frames.above, frames.project).of(thrown);
    StackTraceElement innermost = frames.project.get(0);
    boolean lineCounts =
        !(thrown instanceof VirtualMachineError)
            && !(blamed == 0 && MissingChecks.areShownBy(thrown, frames.above[0], innermost));
    return frames.signature(nowhere, blamed, lineCounts);
  }

  private static Cause at(Cause nowhere, List<Place> places) {
    return new Cause(nowhere.kind(), nowhere.thrown(), nowhere.issue(), places);
  }

  /** The signature of a call that ends the JVM. */
  static Signature ofExit(StackTraceElement[] stack) {
    Cause nowhere = new Cause(FailureKind.EXIT, "exit", List.of());
    ProjectFrames frames = new ProjectFrames(stack);
    return frames.isEmpty()
        ? new Signature(nowhere)
        : frames.signature(nowhere, new BlamedFrame(frames.above, frames.project).ofExit(), true);
  }

  /**
   * The signature of a place where nothing was thrown: the innermost.
   *
   * @param nowhere the cause without a place
   */
  static Signature ofInnermost(Cause nowhere, StackTraceElement[] stack) {
    ProjectFrames frames = new ProjectFrames(stack);
    return frames.isEmpty() ? new Signature(nowhere) : frames.signature(nowhere, 0, false);
  }

  /** The frames of one stack that count. */
  private static final class ProjectFrames {
    private final StackTraceElement[] above;
    private final List<StackTraceElement> project;
    private final List<Place> places;

    /** Whether the JVM did not record where the stack began. */
    private final boolean cut;

    ProjectFrames(StackTraceElement[] stack) {
      above = Frames.aboveEngine(stack);
      project = new ArrayList<>(above.length);
      places = new ArrayList<>(above.length);
      cut = stack.length >= RECORDED_FRAMES && above.length == stack.length;
      FrameNames names = new FrameNames();
      for (StackTraceElement frame : above) {
        Place place = names.ofProject(frame);
        if (place != null) {
          project.add(frame);
          places.add(place);
        }
      }
    }

    boolean isEmpty() {
      return places.isEmpty();
    }

    /**
     * @param lineCounts whether the line is part of the cause, rather than of the way there
     */
    Signature signature(Cause nowhere, int blamed, boolean lineCounts) {
      StackTraceElement frame = project.get(blamed);
      Place place = places.get(blamed);
      Place line = place.atLine(Helpers.of(frame).lineInMethod(frame));
      CallPath path = path(blamed);
      return lineCounts
          ? new Signature(at(nowhere, List.of(line)), path)
          : new Signature(at(nowhere, List.of(place)), line == place ? path : path.from(line));
    }

    /**
     * The callers of a frame. What lies between two calls of the same method is left out, so that a
     * parser which fails the same way at every depth of nesting has the same callers at every
     * depth. At a depth of which not all is recorded, who began the recursion is unknown.
     */
    private CallPath path(int blamed) {
      Map<Place, Integer> outermostCall = new HashMap<>();
      for (int i = blamed; i < places.size(); i++) {
        outermostCall.put(places.get(i), i);
      }
      List<Place> callers = new ArrayList<>(MAX_CALLERS);
      int at = blamed;
      while (callers.size() < MAX_CALLERS) {
        int outermost = outermostCall.get(places.get(at));
        if (cut && outermost > at || outermost == places.size() - 1) {
          break;
        }
        at = outermost + 1;
        callers.add(places.get(at));
      }
      return new CallPath(callers, cut && callers.size() < MAX_CALLERS);
    }
  }

  /** The signature of a run that did not return. */
  static Signature ofHang(List<StackTraceElement[]> samples) {
    return new Signature(new Cause(FailureKind.HANG, Cause.HANG, outermostInCommon(samples)));
  }

  /**
   * The outermost three frames of the project that all samples of a hanging thread have in common,
   * innermost first. A loop is caught anywhere below the method that contains it, so the top of the
   * stack differs from one sample to the next; what the loop was called from does not.
   *
   * @param samples stacks of the same thread during the same run, at least one
   */
  private static List<Place> outermostInCommon(List<StackTraceElement[]> samples) {
    List<Place> common = outermost(samples.get(0));
    for (StackTraceElement[] sample : samples) {
      List<Place> other = outermost(sample);
      int same = 0;
      while (same < Math.min(common.size(), other.size())
          && common.get(same).equals(other.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    List<Place> innermostFirst = new ArrayList<>(common);
    Collections.reverse(innermostFirst);
    return innermostFirst;
  }

  private static List<Place> outermost(StackTraceElement[] stack) {
    StackTraceElement[] frames = Frames.aboveEngine(stack);
    List<Place> places = new ArrayList<>(HANG_PLACES);
    for (int i = frames.length - 1; i >= 0 && places.size() < HANG_PLACES; i--) {
      if (Frames.isProject(frames[i]) && !places.contains(Frames.place(frames[i]))) {
        places.add(Frames.place(frames[i]));
      }
    }
    return places;
  }
}
