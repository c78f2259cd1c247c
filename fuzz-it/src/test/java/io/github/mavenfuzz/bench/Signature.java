package io.github.mavenfuzz.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What makes two failures the same for the benchmark, whoever found them: the exception, and the
 * frames nearest to it that are not the JDK's.
 */
final class Signature {
  static final String HANG = "hang";
  private static final int FRAMES = 3;
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "io.github.mavenfuzz.bench.");

  private Signature() {}

  /**
   * A stack that overflows does so anywhere in the recursion: of that, the frames through which it
   * was entered count.
   */
  static String of(Throwable failure) {
    Throwable cause = rootCause(failure);
    List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(cause.getStackTrace()));
    if (cause instanceof StackOverflowError) {
      Collections.reverse(frames);
    }
    return cause.getClass().getName() + places(frames);
  }

  /** The frames of a thread that does not come to an end. */
  static String ofHang(StackTraceElement[] frames) {
    // From the outside, for the innermost frames change all the time.
    List<StackTraceElement> outermost = new ArrayList<>(Arrays.asList(frames));
    Collections.reverse(outermost);
    return HANG + places(outermost);
  }

  /** Each method counts once: how deep a recursion was makes no difference. */
  private static String places(List<StackTraceElement> frames) {
    List<String> places =
        frames.stream()
            .filter(Signature::isOfProject)
            .map(f -> f.getClassName() + "." + f.getMethodName())
            .distinct()
            .limit(FRAMES)
            .toList();
    return places.isEmpty() ? "" : " at " + String.join(", ", places);
  }

  private static Throwable rootCause(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable cause = failure;
    while (cause.getCause() != null && seen.add(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isOfProject(StackTraceElement frame) {
    String name = frame.getClassName();
    return PLATFORM.stream().noneMatch(name::startsWith) && !name.endsWith(TargetBuilder.ENTRY);
  }
}
