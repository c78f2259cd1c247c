package io.github.mavenfuzz.probe;

import io.github.mavenfuzz.boot.Counters;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Leaves everything as it is, so that a class gets its probes and nothing else. */
class NoChanges implements CodeChanges {
  @Override
  public String counters() {
    return Type.getInternalName(Counters.class);
  }

  @Override
  public void inMethod(MethodNode method) {}

  @Override
  public boolean inInitialiser(MethodNode method) {
    return false;
  }

  @Override
  public void inProbedMethod(String className, MethodNode method) {}
}
