package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.classname.GeneratedNames;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipFile;

/**
 * Tells which classes have a class file, and which are made at run time: a class has one when it
 * lies on the class path or where its loader says that it comes from. Asks no code of the target's.
 * Belongs to a worker JVM, where any thread may ask.
 */
final class ClassFiles {
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();
  private static final String FILE = "file";

  /**
   * The names of classes with numbered names that were seen and for which their loader has a file.
   */
  private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();

  /**
   * Whether a class that is being loaded has a class file.
   *
   * @param className the binary name
   * @param domain where its loader says that it comes from, or null
   */
  boolean has(String className, ClassLoader loader, ProtectionDomain domain) {
    String file = file(className);
    if (!isThere(file, domain)) {
      return ClassLoader.getSystemResource(file) != null;
    }
    if (loader != SYSTEM && GeneratedNames.isNumbered(className)) {
      elsewhere.add(className);
    }
    return true;
  }

  /** Whether a class has a class file, of those that were seen when they were loaded. */
  boolean has(String className) {
    return elsewhere.contains(className) || ClassLoader.getSystemResource(file(className)) != null;
  }

  private static String file(String className) {
    return className.replace('.', '/') + ".class";
  }

  private boolean isThere(String file, ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return false;
    }
    if (!FILE.equals(location.getProtocol())) {
      return true; // an archive within an archive or the like, which nobody makes at run time
    }
    try {
      File place = new File(location.toURI());
      return place.isDirectory() ? new File(place, file).isFile() : isIn(place, file);
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      return false;
    }
  }

  /** An archive that a loader has open is not read again. */
  private static boolean isIn(File archive, String file) {
    if (!archive.isFile()) {
      return false;
    }
    try (ZipFile zip = new ZipFile(archive)) {
      return zip.getEntry(file) != null;
    } catch (IOException unreadable) {
      return false;
    }
  }
}
