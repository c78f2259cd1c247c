package io.github.mavenfuzz.failure;

import java.util.HashMap;
import java.util.Map;

/**
 * The methods of one stack's frames, each named once: a deep recursion has the same few a thousand
 * times, and a target may fail at every other run. Belongs to the thread that made it.
 */
final class FrameNames {
  /** By class and method, as the JVM names them. */
  private final Map<String, Map<String, Place>> places = new HashMap<>();

  /** The same; {@link Place#UNKNOWN} for what does not belong to the project. */
  private final Map<String, Map<String, Place>> ofProject = new HashMap<>();

  /** As {@link Frames#place}. */
  Place of(StackTraceElement frame) {
    return methods(places, frame).computeIfAbsent(frame.getMethodName(), m -> Frames.place(frame));
  }

  /** The same, or null for a frame that does not belong to the project or one of its libraries. */
  Place ofProject(StackTraceElement frame) {
    Place place =
        methods(ofProject, frame)
            .computeIfAbsent(
                frame.getMethodName(), m -> Frames.isProject(frame) ? of(frame) : Place.UNKNOWN);
    return place == Place.UNKNOWN ? null : place;
  }

  private static Map<String, Place> methods(
      Map<String, Map<String, Place>> classes, StackTraceElement frame) {
    return classes.computeIfAbsent(frame.getClassName(), c -> new HashMap<>());
  }
}
