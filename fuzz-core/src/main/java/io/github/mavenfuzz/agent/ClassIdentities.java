package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.GeneratedNames;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Tells the identity under which each class of a worker JVM has its probes. A class with a class
 * file has one of its own. Classes that are made at run time, such as compiled scripts and queries,
 * may have a new name each time. They are one family when their names differ by numbers only.
 * Members of a family have the same probes when their code has the same shape, so that an index
 * means the same branch in all of them.
 */
final class ClassIdentities {
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

  /**
   * When a package has more made classes without numbers in their names, all of them are one
   * family.
   */
  private static final int MAX_NAMES = 64;

  private final ClassFiles files;

  /** The names of made classes by their packages. */
  private final Map<String, Set<String>> made = new ConcurrentHashMap<>();

  ClassIdentities(ClassFiles files) {
    this.files = files;
  }

  /**
   * @param domain where its loader says that the class comes from, or null
   */
  ClassIdentity of(
      String className, ClassLoader loader, ProtectionDomain domain, byte[] classFile) {
    boolean mayBeMade = loader != SYSTEM || GeneratedNames.isNumbered(className);
    return mayBeMade && !files.has(className, loader, domain)
        ? new ClassIdentity(family(className), ClassShape.crc(classFile))
        : new ClassIdentity(className, crc(classFile));
  }

  private String family(String className) {
    String family = GeneratedNames.family(className);
    String inPackage = family.substring(0, family.lastIndexOf('.') + 1);
    Set<String> names = made.computeIfAbsent(inPackage, p -> ConcurrentHashMap.newKeySet());
    if (names.contains(family) || names.size() < MAX_NAMES && names.add(family)) {
      return family;
    }
    return inPackage + '*';
  }

  private static long crc(byte[] classFile) {
    CRC32 crc = new CRC32();
    crc.update(classFile);
    return crc.getValue();
  }
}
