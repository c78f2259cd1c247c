package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.comparison.ClassWords;
import io.github.mavenfuzz.comparison.ComparisonTracer;
import java.io.IOException;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the classes that a tracing JVM loads tell of their comparisons, on whichever thread loads
 * them. Loads no class of the target, throws nothing, and leaves a class that it cannot instrument
 * as it is.
 */
final class TraceTransformer extends TargetTransformer {
  private final ClassFilter filter;
  private final Function<ClassLoader, Optional<Callees>> views;
  private final TraceRegistry registry;

  /**
   * @param views what a loader's classes can refer to, if anything; see {@link LoaderViews}
   */
  TraceTransformer(
      ClassFilter filter, Function<ClassLoader, Optional<Callees>> views, TraceRegistry registry) {
    this.filter = filter;
    this.views = views;
    this.registry = registry;
  }

  /**
   * Loads the classes that instrumentation uses, see {@link #sample}.
   *
   * @throws IOException when the engine's own class cannot be read
   */
  static void prepare() throws IOException {
    byte[] classFile = sample();
    ComparisonTracer.insert(classFile, Callees.DIRECT.comparisons(), site -> 0);
    ClassWords.of(classFile);
  }

  /**
   * @param internalName null for a hidden class
   * @return null to leave the class as it is
   */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || isLeftAlone(loader, internalName) || redefined != null) {
      return null;
    }
    try {
      if (!filter.accepts(internalName.replace('/', '.'))) {
        return null;
      }
      registry.addWords(ClassWords.of(classFile));
      return views
          .apply(loader)
          .map(seen -> ComparisonTracer.insert(classFile, seen.comparisons(), registry::register))
          .orElse(null);
    } catch (Throwable e) { // a stack overflow too: the class may be loaded deep in a recursion
      return null;
    }
  }
}
