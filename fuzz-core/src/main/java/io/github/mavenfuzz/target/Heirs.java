package io.github.mavenfuzz.target;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * Knows which classes inherit anything that may be a target, which are few: other classes are not
 * looked at any further. Keeps no class in memory.
 */
final class Heirs {
  private final ParsedClasses classes;
  private final TargetForms forms;

  /** By internal name: whether a class has anything to pass on, be it inherited itself. */
  private final Map<String, Boolean> passesOn = new HashMap<>();

  Heirs(ParsedClasses classes, TargetForms forms) {
    this.classes = classes;
    this.forms = forms;
  }

  /** Whether a class may inherit a target. */
  boolean isHeir(ParsedClass type) {
    return parents(type).anyMatch(this::passesOn);
  }

  private static Stream<String> parents(ParsedClass type) {
    return Stream.concat(Stream.ofNullable(type.node().superName), type.node().interfaces.stream());
  }

  private boolean passesOn(String name) {
    Boolean known = passesOn.get(name);
    if (known == null) {
      passesOn.put(name, false); // a corrupt class may inherit from itself
      Optional<ParsedClass> type = classes.read(name);
      known = type.isPresent() && (hasTargets(type.get()) || isHeir(type.get()));
      passesOn.put(name, known);
    }
    return known;
  }

  private boolean hasTargets(ParsedClass type) {
    return type.methods().stream().anyMatch(m -> forms.of(m).isPresent())
        || type.node().innerClasses.stream()
            .filter(e -> type.internalName().equals(e.outerName))
            .filter(e -> (e.access & Opcodes.ACC_STATIC) == 0)
            .anyMatch(e -> classes.read(e.name).filter(forms::isNested).isPresent());
  }
}
