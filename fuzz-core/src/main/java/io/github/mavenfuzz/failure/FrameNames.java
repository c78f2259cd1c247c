package io.github.mavenfuzz.failure;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of one stack's frames, each made once: a deep recursion has the same few a thousand
 * times, and a target may fail at every other run. Belongs to the thread that made it.
 */
final class FrameNames {
  private static final String NONE = "";

  /** By class and method, as the JVM names them. */
  private final Map<String, Map<String, String>> names = new HashMap<>();

  private final Map<String, Map<String, String>> ofProject = new HashMap<>();

  /** As {@link Frames#name}. */
  String of(StackTraceElement frame) {
    return methods(names, frame).computeIfAbsent(frame.getMethodName(), m -> Frames.name(frame));
  }

  /** The same, or null for a frame that does not belong to the project or one of its libraries. */
  String ofProject(StackTraceElement frame) {
    String name =
        methods(ofProject, frame)
            .computeIfAbsent(
                frame.getMethodName(), m -> Frames.isProject(frame) ? of(frame) : NONE);
    return name.isEmpty() ? null : name;
  }

  private static Map<String, String> methods(
      Map<String, Map<String, String>> classes, StackTraceElement frame) {
    return classes.computeIfAbsent(frame.getClassName(), c -> new HashMap<>());
  }
}
