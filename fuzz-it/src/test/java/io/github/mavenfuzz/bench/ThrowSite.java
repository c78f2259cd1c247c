package io.github.mavenfuzz.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where something was thrown, by one rule for all tools: the exception, and the method nearest to
 * it that is not the JDK's. A tool that reports more findings than there are throw sites tells one
 * fault several times, as a rule.
 */
final class ThrowSite {
  static final String HANG = "hang";
  private static final int HANG_FRAMES = 3;
  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "io.github.mavenfuzz.bench.");

  private ThrowSite() {}

  /**
   * A stack that overflows does so anywhere in the recursion: of that, the method that comes round
   * most often counts.
   */
  static String of(Throwable failure) {
    Throwable cause = rootCause(failure);
    List<String> methods = methods(Arrays.asList(cause.getStackTrace()));
    Optional<String> site =
        cause instanceof StackOverflowError ? mostFrequent(methods) : methods.stream().findFirst();
    return cause.getClass().getName() + site.map(s -> " at " + s).orElse("");
  }

  private static Optional<String> mostFrequent(List<String> methods) {
    Map<String, Long> counts = new TreeMap<>();
    methods.forEach(method -> counts.merge(method, 1L, Long::sum));
    long most = counts.values().stream().mapToLong(n -> n).max().orElse(0);
    return counts.keySet().stream().filter(method -> counts.get(method) == most).findFirst();
  }

  /** The frames of a thread that does not come to an end. */
  static String ofHang(StackTraceElement[] frames) {
    // From the outside, for the innermost frames change all the time.
    List<StackTraceElement> outermost = new ArrayList<>(Arrays.asList(frames));
    Collections.reverse(outermost);
    List<String> methods = methods(outermost).stream().distinct().limit(HANG_FRAMES).toList();
    return methods.isEmpty() ? HANG : HANG + " at " + String.join(", ", methods);
  }

  private static List<String> methods(List<StackTraceElement> frames) {
    return frames.stream()
        .filter(ThrowSite::isOfProject)
        .map(f -> f.getClassName() + "." + f.getMethodName())
        .toList();
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
