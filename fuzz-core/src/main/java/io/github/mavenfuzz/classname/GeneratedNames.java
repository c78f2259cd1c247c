package io.github.mavenfuzz.classname;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Names of classes that are made at run time, without what makes them differ from one to the next:
 * {@code com.example.Rule17} is {@code com.example.Rule*}, as long as there is no class file of
 * that name. {@code Sha256}, which has one, stays {@code Sha256}.
 *
 * <p>Only a worker JVM knows of which classes there are files; its agent says so once, before
 * anything of the target runs. Any thread may ask.
 */
public final class GeneratedNames {
  /** Hexadecimal digits of this length or more are a number or a hash. */
  private static final int SHORTEST_HASH = 6;

  private static final int MAX_KNOWN = 4096;

  private static final AtomicReference<Predicate<String>> HAS_FILE =
      new AtomicReference<>(name -> true);

  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private GeneratedNames() {}

  /**
   * @param hasFile tells of a binary name whether there is a class file for it
   */
  public static void tellBy(Predicate<String> hasFile) {
    HAS_FILE.set(hasFile);
  }

  /**
   * The name by which a class has the same name in every JVM. A class that is nested in one with a
   * file, such as a proxy of it, keeps the name of that one.
   *
   * @param className a binary name
   */
  public static String stable(String className) {
    if (!isNumbered(className)) {
      return className;
    }
    String known = KNOWN.get(className);
    if (known == null) {
      known = stable(className, HAS_FILE.get());
      if (KNOWN.size() >= MAX_KNOWN) {
        KNOWN.clear(); // generated names may have no end
      }
      KNOWN.put(className, known);
    }
    return known;
  }

  static String stable(String className, Predicate<String> hasFile) {
    for (int end = className.length(); end > 0; end = className.lastIndexOf('$', end - 1)) {
      String outer = className.substring(0, end);
      if (hasFile.test(outer)) {
        return outer + family(className.substring(end));
      }
    }
    return family(className);
  }

  /** Whether a name has a number in it. */
  public static boolean isNumbered(String className) {
    for (int i = 0; i < className.length(); i++) {
      if (isDigit(className.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The name with a star for each number and hash in it. */
  public static String family(String className) {
    StringBuilder family = new StringBuilder(className.length());
    int start = 0;
    while (start < className.length()) {
      int end = start;
      while (end < className.length() && Character.isLetterOrDigit(className.charAt(end))) {
        end++;
      }
      append(family, className, start, end);
      if (end < className.length()) {
        family.append(className.charAt(end++));
      }
      start = end;
    }
    return family.toString();
  }

  private static void append(StringBuilder family, String name, int start, int end) {
    if (end - start >= SHORTEST_HASH && isHash(name, start, end)) {
      family.append('*');
      return;
    }
    for (int i = start; i < end; i++) {
      if (!isDigit(name.charAt(i))) {
        family.append(name.charAt(i));
      } else if (i == start || !isDigit(name.charAt(i - 1))) {
        family.append('*');
      }
    }
  }

  private static boolean isHash(String name, int start, int end) {
    boolean numbered = false;
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (Character.digit(c, 16) < 0) {
        return false;
      }
      numbered |= isDigit(c);
    }
    return numbered;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
