package io.github.mavenfuzz.agent;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Tells for each class loader which of the engine's classes its own classes can refer to. A loader
 * other than the JVM's is asked once, by whichever thread loads its first class that is to be
 * instrumented; what it loads for the first time in order to answer goes without probes.
 */
final class LoaderViews {
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

  private final boolean bridged;
  private final Map<ClassLoader, Optional<Callees>> views =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * @param bridged whether there is a {@link Bridge}
   */
  LoaderViews(boolean bridged) {
    this.bridged = bridged;
  }

  /**
   * The classes of the engine to which a loader's classes can refer; empty when the loader hides
   * them all.
   */
  Optional<Callees> of(ClassLoader loader) {
    if (loader == SYSTEM) {
      return Optional.of(Callees.DIRECT);
    }
    Optional<Callees> known = views.get(loader);
    if (known == null) {
      known = ask(loader); // not while the map is locked: a loader may do anything
      views.put(loader, known);
    }
    return known;
  }

  private Optional<Callees> ask(ClassLoader loader) {
    Callees callees = bridged ? Callees.BRIDGED : Callees.DIRECT;
    try {
      Class<?> seen = Class.forName(callees.counters().replace('/', '.'), false, loader);
      return seen.getClassLoader() == null ? Optional.of(callees) : Optional.empty();
    } catch (ClassNotFoundException | LinkageError | RuntimeException hidden) {
      return Optional.empty();
    }
  }
}
