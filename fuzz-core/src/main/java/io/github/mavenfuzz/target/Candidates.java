package io.github.mavenfuzz.target;

import io.github.mavenfuzz.target.Supertypes.Supertype;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of one class that say they are targets: those that it declares and, as in JUnit
 * Jupiter, those that it inherits and does not override. An abstract class or an interface has only
 * its static ones, for the others are those of the classes that inherit them.
 */
final class Candidates {
  private final ClassChain chain;
  private final Lookup lookup;
  private final Consumer<String> warnings;
  private final List<Candidate> found = new ArrayList<>();

  private Candidates(ClassChain chain, Lookup lookup, Consumer<String> warnings) {
    this.chain = chain;
    this.lookup = lookup;
    this.warnings = warnings;
  }

  /** The candidates of a class: its own first, in the order of declaration. */
  static List<Candidate> of(ClassChain chain, Lookup lookup, Consumer<String> warnings) {
    Candidates candidates = new Candidates(chain, lookup, warnings);
    boolean isHeir = chain.inherits() && lookup.heirs().isHeir(chain.type());
    boolean hasAny = chain.type().methods().stream().anyMatch(lookup.forms()::mayBe);
    if (isHeir || hasAny) {
      List<Supertype> supertypes = chain.supertypes(lookup.classes());
      candidates.addOwn(supertypes.get(0));
      if (isHeir) {
        candidates.addInherited(supertypes);
      }
    }
    return candidates.found;
  }

  private void addOwn(Supertype own) {
    SingletonClass singleton = new SingletonClass(own.type(), lookup);
    for (MethodNode method : own.type().methods()) {
      Optional<TargetForm> form = lookup.forms().of(method);
      if (form.isPresent()) {
        boolean isContract = form.get() != TargetForm.NAMED && chain.isContract();
        Candidate candidate = new Candidate(own, method, form.get());
        if ((candidate.isStatic() || !isContract) && !singleton.isCopy(method)) {
          found.add(candidate);
        }
      } else {
        lookup.forms().forgotten(method).ifPresent(annotation -> warnOf(method, annotation));
      }
    }
  }

  private void warnOf(MethodNode method, String annotation) {
    warnings.accept(
        ("%s#%s is no fuzz target, because @%s is not there at run time; annotate that with"
                + " @Retention(RetentionPolicy.RUNTIME)")
            .formatted(chain.name(), method.name, annotation));
  }

  private void addInherited(List<Supertype> supertypes) {
    Set<String> overridden = new HashSet<>();
    supertypes.get(0).type().methods().forEach(m -> overridden.add(signature(m)));
    for (Supertype inherited : supertypes.subList(1, supertypes.size())) {
      for (MethodNode method : inherited.type().methods()) {
        boolean isOverridden = !overridden.add(signature(method));
        lookup
            .forms()
            .of(method)
            .filter(form -> form != TargetForm.NAMED)
            .map(form -> new Candidate(inherited, method, form))
            .filter(candidate -> !candidate.isStatic())
            .ifPresent(candidate -> addInherited(candidate, isOverridden));
      }
    }
  }

  private void addInherited(Candidate candidate, boolean isOverridden) {
    if ((candidate.method().access & Opcodes.ACC_ABSTRACT) != 0) {
      warnOfAbstract(candidate);
    } else if (!isOverridden) {
      found.add(candidate);
    }
  }

  /** To JUnit, too, a method has no annotation of the one that it overrides. */
  private void warnOfAbstract(Candidate candidate) {
    if (found.stream().noneMatch(c -> c.name().equals(candidate.name()))) {
      warnings.accept(
          "%s#%s is no fuzz target, because only the abstract method of %s is annotated; annotate the one that overrides it"
              .formatted(chain.name(), candidate.name(), candidate.owner().type().className()));
    }
  }

  private static String signature(MethodNode method) {
    return method.name + method.desc;
  }
}
