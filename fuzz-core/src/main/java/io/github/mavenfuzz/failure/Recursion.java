package io.github.mavenfuzz.failure;

import io.github.mavenfuzz.outline.ClassOutline;
import io.github.mavenfuzz.outline.MethodOutline;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The methods that a runaway recursion goes through, by how often they come round in its stack. The
 * JVM records the innermost frames only, so where the recursion began is unknown, and where in its
 * cycle it ended is chance; how often each method comes round is neither. Methods that come round
 * about equally often are one cycle.
 *
 * <p>One recursion may have many cycles: {@code value} calls {@code array} and {@code object},
 * which both call {@code value}, and an input of arrays only never passes {@code object}. What
 * stands for all of them is the hub, which most methods of the recursion call: by the stack, and by
 * the class files of the methods that are in it.
 *
 * @param hub the method that stands for the recursion
 * @param others that the stack has, in alphabetical order
 */
record Recursion(Place hub, List<Place> others) {
  private static final int MAX_OTHERS = 7;

  /** Fewer calls of the same method are no recursion without end. */
  private static final int LEAST_CALLS = 3;

  private static final Comparator<Place> BY_NAME = Comparator.comparing(Place::toString);

  /**
   * @return null when nothing repeats
   */
  static Recursion of(StackTraceElement[] stack) {
    StackTraceElement[] frames = Frames.aboveEngine(stack);
    FrameNames names = new FrameNames();
    Set<Place> cycle = cycle(frames, names);
    if (cycle.isEmpty()) {
      return null;
    }
    Place hub = new Graph(frames, names, cycle).hub();
    List<Place> others =
        cycle.stream().filter(p -> !p.equals(hub)).sorted(BY_NAME).limit(MAX_OTHERS).toList();
    return new Recursion(hub, others);
  }

  private static Set<Place> cycle(StackTraceElement[] frames, FrameNames names) {
    Map<Place, Integer> all = new HashMap<>();
    Set<Place> ofProject = new HashSet<>();
    for (StackTraceElement frame : frames) {
      all.merge(names.of(frame), 1, Integer::sum);
      if (names.ofProject(frame) != null) {
        ofProject.add(names.of(frame));
      }
    }
    int most = highest(all);
    if (most < LEAST_CALLS) {
      return Set.of();
    }
    Map<Place, Integer> project = new HashMap<>(all);
    project.keySet().retainAll(ofProject);
    int mostOfProject = highest(project);
    // A recursion within the JDK passes no frame of the project, or one at its very end.
    boolean isProject = mostOfProject > 1 && mostOfProject >= most / 10;
    Map<Place, Integer> counts = isProject ? project : all;
    int threshold = (isProject ? mostOfProject : most) * 3 / 4;
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= threshold)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static int highest(Map<Place, Integer> counts) {
    return counts.values().stream().mapToInt(i -> i).max().orElse(0);
  }

  /** Which method calls which, of those in the classes of a cycle. */
  private static final class Graph {
    private final Set<Place> cycle;
    private final Map<Place, Set<Place>> callees = new HashMap<>();
    private final Map<Place, Set<Place>> callers = new HashMap<>();

    Graph(StackTraceElement[] frames, FrameNames names, Set<Place> cycle) {
      this.cycle = cycle;
      Map<String, ClassOutline> classes = new LinkedHashMap<>();
      Place caller = null;
      for (int i = frames.length - 1; i >= 0; i--) {
        Place place = names.of(frames[i]);
        if (cycle.contains(place)) {
          if (caller != null) {
            addCall(caller, place);
          }
          caller = place;
          if (!classes.containsKey(frames[i].getClassName())) {
            classes.put(frames[i].getClassName(), Helpers.of(frames[i]).outline());
          }
        }
      }
      classes.forEach((name, outline) -> addCalls(name, outline, classes));
    }

    private void addCall(Place caller, Place callee) {
      callees.computeIfAbsent(caller, p -> new HashSet<>()).add(callee);
      callers.computeIfAbsent(callee, p -> new HashSet<>()).add(caller);
    }

    private void addCalls(
        String className, ClassOutline outline, Map<String, ClassOutline> classes) {
      for (MethodOutline method : outline.methods()) {
        Place caller = place(className, method.key());
        for (MethodOutline.Call call : method.calls()) {
          called(call, classes).forEach(owner -> addCall(caller, place(owner, call.key())));
        }
      }
    }

    /** The classes with the method that a call may reach: its owner, or else who implements it. */
    private static Collection<String> called(
        MethodOutline.Call call, Map<String, ClassOutline> classes) {
      boolean isOwn = has(classes.get(call.owner()), call.key());
      if (isOwn || call.owner().startsWith("java.")) {
        return isOwn ? List.of(call.owner()) : List.of();
      }
      return classes.keySet().stream().filter(c -> has(classes.get(c), call.key())).toList();
    }

    private static boolean has(ClassOutline outline, MethodOutline.Key key) {
      return outline != null && outline.method(key).isPresent();
    }

    private static Place place(String className, MethodOutline.Key key) {
      return Frames.place(new StackTraceElement(className, key.name(), null, -1));
    }

    /** Of those that most methods call the first in alphabetical order. */
    Place hub() {
      Place any = cycle.iterator().next();
      Set<Place> recursion = reachable(any, callees);
      recursion.retainAll(reachable(any, callers));
      recursion.addAll(cycle); // what the class files do not tell how to get back from
      return recursion.stream()
          .min(Comparator.comparing((Place p) -> -called(p, recursion)).thenComparing(BY_NAME))
          .orElseThrow();
    }

    private long called(Place place, Set<Place> by) {
      return callers.getOrDefault(place, Set.of()).stream().filter(by::contains).count();
    }

    private static Set<Place> reachable(Place from, Map<Place, Set<Place>> edges) {
      Set<Place> seen = new HashSet<>(Set.of(from));
      Deque<Place> next = new ArrayDeque<>(seen);
      while (!next.isEmpty()) {
        for (Place place : edges.getOrDefault(next.remove(), Set.of())) {
          if (seen.add(place)) {
            next.add(place);
          }
        }
      }
      return seen;
    }
  }
}
