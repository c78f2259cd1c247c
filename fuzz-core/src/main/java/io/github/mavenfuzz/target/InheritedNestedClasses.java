package io.github.mavenfuzz.target;

import io.github.mavenfuzz.target.Supertypes.Supertype;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * Finds the targets in {@code @Nested} classes that a class inherits: those of an abstract class
 * run in instances of each subclass, and under its name.
 */
final class InheritedNestedClasses {
  private final Lookup lookup;
  private final ScanResult result;

  InheritedNestedClasses(Lookup lookup, ScanResult result) {
    this.lookup = lookup;
    this.result = result;
  }

  /** Adds the targets of the nested classes that the last class of a chain inherits. */
  void scan(ClassChain chain) {
    if (!chain.inherits() || !lookup.heirs().isHeir(chain.type())) {
      return;
    }
    Set<String> hidden = new HashSet<>();
    List<Supertype> supertypes = chain.supertypes(lookup.classes());
    for (Supertype each : supertypes) {
      for (InnerClassNode member : members(each.type())) {
        if (hidden.add(member.innerName) && each != supertypes.get(0)) {
          scan(chain, member);
        }
      }
    }
  }

  private void scan(ClassChain chain, InnerClassNode member) {
    lookup
        .classes()
        .find(member.name)
        .filter(type -> isNested(type) && !isIn(chain, type))
        .map(type -> chain.with(type, member.innerName))
        .ifPresent(this::scanNested);
  }

  private boolean isNested(ParsedClass type) {
    return type.isInner() && !type.is(Opcodes.ACC_ABSTRACT) && lookup.forms().isNested(type);
  }

  /** A nested class may extend the class that it is in. */
  private static boolean isIn(ClassChain chain, ParsedClass type) {
    return chain.types().stream().anyMatch(t -> t.internalName().equals(type.internalName()));
  }

  private void scanNested(ClassChain chain) {
    new ClassTargets(chain, lookup, result).scan();
    members(chain.type()).forEach(member -> scan(chain, member));
    scan(chain);
  }

  private static List<InnerClassNode> members(ParsedClass type) {
    return type.node().innerClasses.stream()
        .filter(e -> type.internalName().equals(e.outerName) && e.innerName != null)
        .toList();
  }
}
