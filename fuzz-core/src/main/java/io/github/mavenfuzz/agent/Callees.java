package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.boot.Exits;
import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.boot.StackTraces;
import org.objectweb.asm.Type;

/**
 * The classes that instrumented code refers to, by their internal names. {@link #DIRECT} are the
 * engine's own, which lie on the boot class path; {@link #BRIDGED} is the one class that stands for
 * all of them where a class loader may not ask the boot loader for the engine's.
 *
 * @param counters has the counters
 * @param exits has the methods that end the JVM
 * @param stackTraces has the switches of stack traces
 * @param guidance has what Jazzer's helpers call
 * @param comparisons is told of comparisons
 */
public record Callees(
    String counters, String exits, String stackTraces, String guidance, String comparisons) {
  static final Callees DIRECT =
      new Callees(
          Type.getInternalName(Counters.class),
          Type.getInternalName(Exits.class),
          Type.getInternalName(StackTraces.class),
          Type.getInternalName(Guidance.class),
          Type.getInternalName(Comparisons.class));

  static final Callees BRIDGED =
      new Callees(Bridge.NAME, Bridge.NAME, Bridge.NAME, Bridge.NAME, Bridge.NAME);
}
