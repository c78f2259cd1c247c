package io.github.mavenfuzz.failure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the cause of a failure, so that two inputs which fail for the same reason are one finding:
 * {@code java.lang.IllegalStateException at a.B.c < a.D.e < f.G.h}, innermost frame first. Only the
 * frames of the project and its libraries count. Neither messages nor line numbers do, but for the
 * place of a target where something was asserted: {@code a.BFuzzTest.c+3}, counted from the first
 * line of the method.
 */
public final class CrashSignature {
  private static final int FRAMES = 3;
  private static final int CYCLE_FRAMES = 2;
  private static final int MAX_LENGTH = 1000;
  private static final String HANG = "hang";
  private static final String AT = " at ";
  private static final String UNKNOWN_PLACE = "an unknown place";
  private static final String AT_UNKNOWN_PLACE = AT + UNKNOWN_PLACE;

  /** So many frames of a throwable's stack a JVM records at most, unless it is told otherwise. */
  private static final int RECORDED_FRAMES = 1024;

  /** Stands for frames that were not recorded. */
  private static final String MORE = "...";

  private static final String BETWEEN = " < ";
  private static final String BY = " by ";
  private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();
  private static final String STACK_OVERFLOW = StackOverflowError.class.getName();

  private CrashSignature() {}

  /** Twelve hexadecimal digits that stand for a signature, the same everywhere. */
  public static String id(String signature) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(signature.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /**
   * Whether a failure with this signature has a cause among those that are known. An
   * OutOfMemoryError without a stack may have any: a JVM gives a stack to its first few only. One
   * within a recursion that is deeper than what a JVM records has that of the same failure higher
   * up.
   */
  public static boolean isKnown(String signature, Collection<String> known) {
    return known.contains(signature)
        || signature.equals(OUT_OF_MEMORY) && known.stream().anyMatch(CrashSignature::isOutOfMemory)
        || known.stream().anyMatch(other -> isCutOff(signature, other));
  }

  private static boolean isInnerPart(String cut, String other) {
    String inner = cut.substring(0, cut.length() - (BETWEEN + MORE).length());
    return other.equals(inner) || other.startsWith(inner + BETWEEN);
  }

  /**
   * Whether two failures of one input have the same cause. A loop may be looked at while it is
   * always in the same call, so of two hangs one may be named by more frames than the other, and by
   * none when the JVM did not let anything look. A failure whose place was not recorded may have
   * any, and one deep within a recursion may be seen higher up as well.
   */
  static boolean isSame(String one, String other) {
    return one.equals(other)
        || isOuterPart(one, other)
        || isOuterPart(other, one)
        || isUnplaced(one, other)
        || isUnplaced(other, one)
        || isCutOff(one, other)
        || isCutOff(other, one);
  }

  /** Whether one is seen so deep within a recursion that where it began was not recorded. */
  private static boolean isCutOff(String one, String other) {
    return one.endsWith(BETWEEN + MORE) && isInnerPart(one, other);
  }

  /** Whether a signature says what was thrown, but not where. */
  static boolean isUnplaced(String signature) {
    return signature.endsWith(AT_UNKNOWN_PLACE);
  }

  private static boolean isUnplaced(String one, String other) {
    if (!isUnplaced(one)) {
      return false;
    }
    String what = one.substring(0, one.length() - AT_UNKNOWN_PLACE.length());
    return other.equals(what) || other.startsWith(what + AT);
  }

  private static boolean isOuterPart(String hang, String longer) {
    String at = HANG + AT;
    return hang.equals(HANG) && longer.startsWith(at)
        || hang.startsWith(at)
            && longer.startsWith(at)
            && longer.endsWith(BETWEEN + hang.substring(at.length()));
  }

  /** The signature of a run that did not return. */
  static String ofHang(List<StackTraceElement[]> samples) {
    return signature(HANG, outermostInCommon(samples));
  }

  /** Whether a signature is that of a run that did not return. */
  public static boolean isHang(String signature) {
    return signature.equals(HANG) || signature.startsWith(HANG + AT);
  }

  /** Whether a signature is that of an OutOfMemoryError. */
  public static boolean isOutOfMemory(String signature) {
    return signature.equals(OUT_OF_MEMORY) || signature.startsWith(OUT_OF_MEMORY + AT);
  }

  /** Whether a signature is that of a failure whose root cause is a StackOverflowError. */
  static boolean isStackOverflow(String signature) {
    String what = signature.split(AT, 2)[0];
    return what.equals(STACK_OVERFLOW) || what.endsWith(BY + STACK_OVERFLOW);
  }

  /**
   * @param all a throwable and its causes, the root last
   */
  static String ofChain(List<Throwable> all) {
    List<Throwable> chain = FailedInitializer.cut(all);
    Throwable root = chain.get(chain.size() - 1);
    String what = what(chain);
    if (root instanceof StackOverflowError
        || STACK_OVERFLOW.equals(FailedInitializer.originalOf(root))) {
      List<String> cycle = cycle(ThrowableReader.stack(root));
      if (!cycle.isEmpty()) {
        return signature(what, cycle);
      }
    }
    List<String> frames = List.of();
    for (int i = chain.size() - 1; i >= 0 && frames.isEmpty(); i--) {
      frames = frames(chain.get(i));
    }
    return signature(what, frames);
  }

  /**
   * The frames that name where a throwable was made. The record of a failed initialiser has no
   * stack when the original had none, and tells no more than that.
   */
  private static List<String> frames(Throwable thrown) {
    StackTraceElement[] stack = ThrowableReader.stack(thrown);
    boolean isUnknown =
        stack.length == 0
            && (FailedInitializer.originalOf(thrown) != null || ThrowableReader.lacksStack(thrown));
    return isUnknown ? List.of(UNKNOWN_PLACE) : innermost(stack, thrown);
  }

  /**
   * The class of the root cause, or for a later use of a class whose initialiser has failed, that
   * of the root cause by then: the first use and the later ones are one finding. The author of an
   * exception that states a severity says that what caused it is this issue, so that the class of
   * the outermost such exception goes before: what the same exception causes without it, or within
   * another one, is another finding.
   */
  private static String what(List<Throwable> chain) {
    Throwable root = chain.get(chain.size() - 1);
    String original = FailedInitializer.originalOf(root);
    String what = Frames.className(original == null ? root.getClass().getName() : original);
    Throwable issue = ThrowableReader.issue(chain);
    return issue == null || issue == root || root instanceof OutOfMemoryError
        ? what
        : Frames.className(issue.getClass().getName()) + BY + what;
  }

  static String signature(String what, List<String> frames) {
    String text = frames.isEmpty() ? what : what + AT + String.join(BETWEEN, frames);
    return BoundedText.cut(text, MAX_LENGTH);
  }

  /** The frames that name a place where nothing was thrown. */
  static List<String> innermost(StackTraceElement[] stack) {
    return innermost(stack, null);
  }

  /**
   * The innermost three frames of the project, or as many more as lead to the one to blame. What
   * lies between two calls of the same method is left out, so that a parser which fails the same
   * way at every depth of nesting has the same three at every depth. At a depth of which not all is
   * recorded, who began the recursion is unknown.
   */
  private static List<String> innermost(StackTraceElement[] stack, Throwable thrown) {
    StackTraceElement[] above = Frames.aboveEngine(stack);
    boolean cut = stack.length >= RECORDED_FRAMES && above.length == stack.length;
    List<StackTraceElement> project = new ArrayList<>(above.length);
    List<String> names = projectNames(above, project);
    Blame blame = thrown == null ? Blame.INNERMOST : Blame.of(thrown, above, project);
    Map<String, Integer> outermostCall = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      outermostCall.put(names.get(i), i);
    }
    List<String> frames = new ArrayList<>(FRAMES);
    for (int i = 0; i < names.size() && (frames.size() < FRAMES || i <= blame.index()); i++) {
      String name = names.get(i);
      frames.add(blame.name(i, name));
      boolean recurs = outermostCall.get(name) > i;
      i = cut && recurs ? names.size() : outermostCall.get(name);
    }
    if (cut && frames.size() < FRAMES) {
      frames.add(MORE);
    }
    return frames;
  }

  /**
   * The outermost three frames of the project that all samples of a hanging thread have in common,
   * innermost first. A loop is caught anywhere below the method that contains it, so the top of the
   * stack differs from one sample to the next; what the loop was called from does not.
   *
   * @param samples stacks of the same thread during the same run, at least one
   */
  static List<String> outermostInCommon(List<StackTraceElement[]> samples) {
    List<String> common = outermost(samples.get(0));
    for (StackTraceElement[] sample : samples) {
      List<String> other = outermost(sample);
      int same = 0;
      while (same < Math.min(common.size(), other.size())
          && common.get(same).equals(other.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    List<String> innermostFirst = new ArrayList<>(common);
    Collections.reverse(innermostFirst);
    return innermostFirst;
  }

  private static List<String> outermost(StackTraceElement[] stack) {
    StackTraceElement[] frames = Frames.aboveEngine(stack);
    List<String> names = new ArrayList<>(FRAMES);
    for (int i = frames.length - 1; i >= 0 && names.size() < FRAMES; i--) {
      if (Frames.isProject(frames[i]) && !names.contains(Frames.name(frames[i]))) {
        names.add(Frames.name(frames[i]));
      }
    }
    return names;
  }

  /**
   * The one or two methods that a runaway recursion goes through most often, by name. The JVM
   * records the innermost frames only, so where the recursion began is unknown, and where in its
   * cycle it ended is chance; how often each method comes round is neither. Methods that come round
   * about equally often are one cycle, of which the first two in alphabetical order stand for all.
   *
   * @return empty when nothing repeats
   */
  private static List<String> cycle(StackTraceElement[] stack) {
    StackTraceElement[] frames = Frames.aboveEngine(stack);
    FrameNames names = new FrameNames();
    Map<String, Integer> all = new HashMap<>();
    Set<String> ofProject = new HashSet<>();
    for (StackTraceElement frame : frames) {
      all.merge(names.of(frame), 1, Integer::sum);
      if (names.ofProject(frame) != null) {
        ofProject.add(names.of(frame));
      }
    }
    int most = highest(all);
    if (most < 3) {
      return List.of();
    }
    Map<String, Integer> project = new HashMap<>(all);
    project.keySet().retainAll(ofProject);
    int mostOfProject = highest(project);
    // A recursion within the JDK passes no frame of the project, or one at its very end.
    boolean isProject = mostOfProject > 1 && mostOfProject >= most / 10;
    Map<String, Integer> counts = isProject ? project : all;
    int threshold = (isProject ? mostOfProject : most) * 3 / 4;
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= threshold)
        .map(Map.Entry::getKey)
        .sorted()
        .limit(CYCLE_FRAMES)
        .toList();
  }

  private static int highest(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(i -> i).max().orElse(0);
  }

  /**
   * @param ofProject gets the frames that have the names
   */
  private static List<String> projectNames(
      StackTraceElement[] frames, List<StackTraceElement> ofProject) {
    FrameNames known = new FrameNames();
    List<String> names = new ArrayList<>(frames.length);
    for (StackTraceElement frame : frames) {
      String name = known.ofProject(frame);
      if (name != null) {
        names.add(name);
        ofProject.add(frame);
      }
    }
    return names;
  }
}
