package io.github.mavenfuzz.failure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shortens a printed stack trace to what a developer of the fuzzed project looks at first. */
public final class StackTraceTrimmer {
  /** A frame may name its class loader and module before its class. */
  private static final Pattern FRAME = Pattern.compile("\\s*at (?:[^(/]*/){0,2}([^(/]+)\\(.*");

  private StackTraceTrimmer() {}

  /**
   * Leaves out the frames of the JDK, of test frameworks and of the engine.
   *
   * @param stackTrace as the JVM prints it
   * @return the trace as it was when it has no other frames
   */
  public static String trim(String stackTrace) {
    List<String> kept = stackTrace.lines().filter(l -> !isFrame(l) || isProjectFrame(l)).toList();
    return kept.stream().anyMatch(StackTraceTrimmer::isFrame)
        ? kept.stream().map(l -> l + '\n').collect(Collectors.joining())
        : stackTrace;
  }

  private static boolean isFrame(String line) {
    return FRAME.matcher(line).matches();
  }

  private static boolean isProjectFrame(String line) {
    Matcher frame = FRAME.matcher(line);
    return frame.matches() && Frames.isProject(frame.group(1));
  }
}
