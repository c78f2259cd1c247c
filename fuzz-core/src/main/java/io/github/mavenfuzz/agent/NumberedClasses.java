package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.GeneratedNames;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Lets {@link ClassFiles} see each class with a number in its name that a loader of the target's
 * loads, whether it gets probes or not: later it is no longer known whether {@code Rule17} has a
 * class file. Changes nothing; in every worker JVM, on whichever thread loads a class.
 */
final class NumberedClasses implements ClassFileTransformer {
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

  private final ClassFiles files;

  NumberedClasses(ClassFiles files) {
    this.files = files;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String internalName,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || loader == SYSTEM || internalName == null || redefined != null) {
      return null;
    }
    try {
      if (GeneratedNames.isNumbered(internalName)) {
        files.has(internalName.replace('/', '.'), loader, domain);
      }
    } catch (RuntimeException | StackOverflowError unknown) {
      // Its name counts as one that was made.
    }
    return null;
  }
}
