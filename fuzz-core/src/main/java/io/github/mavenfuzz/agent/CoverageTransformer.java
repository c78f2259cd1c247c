package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.classname.ClassFilter.Verdict;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import io.github.mavenfuzz.probe.ProbeInserter;
import java.io.IOException;
import java.security.ProtectionDomain;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds probes to the classes that a worker JVM loads, on whichever thread loads them. Loads no
 * class of the target, throws nothing, and leaves a class that it cannot instrument as it is.
 * Classes that this code itself loads do not come back here: the filter rejects the engine's own
 * classes, and the JVM offers an agent nothing that the agent itself is loading.
 */
final class CoverageTransformer extends TargetTransformer {
  private final ClassFilter filter;
  private final Function<ClassLoader, Optional<Callees>> views;
  private final ClassIdentities identities;
  private final ProbeRegistry registry;

  /**
   * @param views what a loader's classes can refer to, if anything; see {@link LoaderViews}
   */
  CoverageTransformer(
      ClassFilter filter,
      Function<ClassLoader, Optional<Callees>> views,
      ClassFiles files,
      ProbeRegistry registry) {
    this.filter = filter;
    this.views = views;
    this.identities = new ClassIdentities(files);
    this.registry = registry;
  }

  /**
   * Loads the classes that instrumentation uses, see {@link #sample}.
   *
   * @throws IOException when the engine's own class cannot be read
   */
  static void prepare() throws IOException {
    byte[] classFile = sample();
    ProbeInserter.insert(classFile, EngineCalls.DIRECT, count -> 0);
    ClassShape.crc(classFile);
  }

  /**
   * @param internalName null for a hidden class
   * @param redefined null for a class that is loaded; one that is redefined as it was, or with
   *     other constants only, keeps its probes
   * @return null to leave the class as it is
   */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (isLeftAlone(loader, internalName)) {
      return null;
    }
    try {
      String className = internalName.replace('/', '.');
      Verdict verdict = filter.judge(className);
      return verdict == Verdict.ACCEPTED
          ? instrumentIfSeen(className, loader, redefined != null, domain, classFile)
          : leaveOut(className, verdict);
    } catch (Throwable e) { // a stack overflow too: the class may be loaded deep in a recursion
      registry.addUninstrumented();
      return null;
    }
  }

  private byte[] leaveOut(String className, Verdict verdict) {
    LeftOutClasses leftOut = registry.leftOut();
    switch (verdict) {
      case BY_DEFAULT ->
          leftOut.addToPackage(Reason.BY_DEFAULT, ClassFilter.frameworkOf(className));
      case BY_INCLUDES -> leftOut.add(Reason.BY_INCLUDES, className);
      case BY_EXCLUDES -> leftOut.add(Reason.BY_EXCLUDES, className);
      default -> {} // nobody expects these to guide
    }
    return null;
  }

  private byte[] instrumentIfSeen(
      String className,
      ClassLoader loader,
      boolean again,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null) {
      registry.leftOut().add(Reason.BY_BOOT_LOADER, className);
      return null;
    }
    Optional<Callees> callees = views.apply(loader);
    if (callees.isEmpty()) {
      registry.leftOut().add(Reason.BY_LOADER, className);
      registry.addUninstrumented();
      return null;
    }
    try {
      ClassIdentity bytes = identities.of(className, loader, domain, classFile);
      boolean isNew = again && !registry.knows(bytes.name(), bytes.crc());
      ClassIdentity identity = isNew ? bytes.redefined(classFile) : bytes;
      return ProbeInserter.insert(
          classFile,
          new EngineCalls(callees.get()),
          count -> registry.register(identity.name(), identity.crc(), count));
    } catch (RuntimeException e) {
      registry.leftOut().add(Reason.BY_FAULT, className);
      throw e;
    }
  }
}
