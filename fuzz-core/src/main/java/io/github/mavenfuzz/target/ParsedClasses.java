package io.github.mavenfuzz.target;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The classes that targets inherit from and that annotate them; reads each class file once. */
final class ParsedClasses {
  /** The beginning of the JDK's names; it has no target and no annotation that makes one. */
  private static final String JDK = "java/";

  private final ClassSource files;
  private final Map<String, Optional<ParsedClass>> found = new HashMap<>();

  ParsedClasses(ClassSource files) {
    this.files = files;
  }

  /**
   * @param name internal
   * @return empty for a class that is missing, unreadable or of the JDK: its loading will report a
   *     fault
   */
  Optional<ParsedClass> find(String name) {
    Optional<ParsedClass> known = found.get(name);
    if (known == null) {
      known = read(name);
      found.put(name, known);
    }
    return known;
  }

  /** As {@link #find}, without keeping the class. */
  Optional<ParsedClass> read(String name) {
    byte[] bytes = name.startsWith(JDK) ? null : files.find(name);
    try {
      return bytes == null
          ? Optional.empty()
          : Optional.of(new ParsedClass(bytes)).filter(c -> c.internalName().equals(name));
    } catch (CorruptClassException e) {
      return Optional.empty();
    }
  }
}
