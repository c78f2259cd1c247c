package io.github.mavenfuzz.probe;

import org.objectweb.asm.tree.MethodNode;

/**
 * What else an agent changes in a class that gets probes, before they are inserted. What it changes
 * depends on nothing but the code, as the probes do, and adds no branches.
 */
public interface CodeChanges {

  /** The internal name of the class that has the counters, in a static field {@code HITS}. */
  String counters();

  /** Changes any method in place; neither its stack nor its size may grow. */
  void inMethod(MethodNode method);

  /**
   * Changes a static initialiser in place.
   *
   * @return whether it did
   */
  boolean inInitialiser(MethodNode method);

  /**
   * Changes a method that gets probes in place.
   *
   * @param className the internal name
   */
  void inProbedMethod(String className, MethodNode method);
}
