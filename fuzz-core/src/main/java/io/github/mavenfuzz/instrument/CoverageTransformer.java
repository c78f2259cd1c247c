package io.github.mavenfuzz.instrument;

import io.github.mavenfuzz.coverage.ClassFilter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.zip.CRC32;

/**
 * Adds probes to the classes that a worker JVM loads, on whichever thread loads them. Loads no
 * class of the target, throws nothing, and leaves a class that it cannot instrument as it is. What
 * is loaded in here for the first time does not come back here: the filter rejects the engine's own
 * classes, and the JVM offers an agent nothing that the agent itself is loading.
 */
final class CoverageTransformer implements ClassFileTransformer {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final ClassFilter filter;
  private final ProbeRegistry registry;

  CoverageTransformer(ClassFilter filter, ProbeRegistry registry) {
    this.filter = filter;
    this.registry = registry;
  }

  /**
   * Loads and initialises what instrumentation takes, by instrumenting a class for nobody. A target
   * may load a class when its stack is all but full, and a class of the engine whose initialiser
   * overflows then could never be used again.
   *
   * @throws IOException when the engine's own class cannot be read
   */
  static void prepare() throws IOException {
    try (InputStream in = ControlFlow.class.getResourceAsStream("ControlFlow.class")) {
      ProbeInserter.insert(in.readAllBytes(), count -> 0);
    }
  }

  /** Leaves the JDK alone, by its modules, some of which the class path's loader loads. */
  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    return isOfTheJdk(module)
        ? null
        : transform(loader, internalName, redefined, domain, classFile);
  }

  private static boolean isOfTheJdk(Module module) {
    return module.isNamed()
        && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
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
    if (loader == null || loader == PLATFORM || internalName == null) {
      return null;
    }
    try {
      String className = internalName.replace('/', '.');
      return filter.accepts(className) ? instrument(className, classFile) : null;
    } catch (Throwable e) { // a stack overflow too: the class may be loaded deep in a recursion
      registry.addUninstrumented();
      return null;
    }
  }

  private byte[] instrument(String className, byte[] classFile) {
    CRC32 crc = new CRC32();
    crc.update(classFile);
    return ProbeInserter.insert(
        classFile, count -> registry.register(className, crc.getValue(), count));
  }
}
