package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** The targets of one class, and what is wrong with them. */
final class ClassTargets {
  private final ClassChain chain;
  private final Lookup lookup;
  private final ScanResult result;

  ClassTargets(ClassChain chain, Lookup lookup, ScanResult result) {
    this.chain = chain;
    this.lookup = lookup;
    this.result = result;
  }

  /** Adds what the class declares and inherits to the result. */
  void scan() {
    if (!chain.type().isSynthetic() && !isKotlinsCopy()) {
      scan(candidates());
    }
  }

  /** Whether Kotlin has put the default methods of an interface into the class, as static ones. */
  private boolean isKotlinsCopy() {
    return chain.type().internalName().endsWith("$DefaultImpls")
        && chain
            .type()
            .outerName()
            .flatMap(lookup.classes()::find)
            .filter(outer -> outer.is(Opcodes.ACC_INTERFACE))
            .isPresent();
  }

  private List<Candidate> candidates() {
    return Candidates.of(chain, lookup, this::warn);
  }

  /** Adds those of several methods that are targets, under the name of this class. */
  void scan(List<Candidate> candidates) {
    for (String name : candidates.stream().map(Candidate::name).distinct().toList()) {
      scanNamesakes(candidates.stream().filter(m -> m.name().equals(name)).toList());
    }
  }

  /** A helper that has the name of a target beside one that is annotated is none. */
  private void scanNamesakes(List<Candidate> namesakes) {
    List<Candidate> annotated =
        namesakes.stream().filter(c -> c.form() != TargetForm.NAMED).toList();
    if (annotated.size() > 1) {
      addUnusable(
          annotated.get(0),
          List.of(
              "%s has %d fuzz targets named %s; give each a name of its own"
                  .formatted(chain.name(), annotated.size(), annotated.get(0).name())));
    } else if (annotated.size() == 1) {
      scan(annotated.get(0));
    } else {
      scanNamed(namesakes);
    }
  }

  private void scanNamed(List<Candidate> named) {
    Optional<Candidate> chosen = TargetForm.choose(named);
    if (chosen.isPresent()) {
      scan(chosen.get());
    } else if (named.stream().anyMatch(c -> TargetForm.isPublicStatic(c.method()))) {
      addUnusable(
          named.get(0),
          List.of(
              chain.name()
                  + " has several methods fuzzerTestOneInput that could be the fuzz target; leave"
                  + " one of them public static"));
    } else {
      warn(
          chain.name()
              + "#fuzzerTestOneInput is no fuzz target, because it is not public static; make it"
              + " public static void fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)");
    }
  }

  private void scan(Candidate candidate) {
    List<String> problems = new ArrayList<>();
    String id = id(candidate);
    try {
      checkMethod(candidate, id, problems);
      List<ValueType> types =
          new ParameterTypes(lookup.declared(), problems::add, this::warn).read(candidate, id);
      if (problems.isEmpty()) {
        result.add(
            new FuzzTarget(
                chain.name(), candidate.name(), new InputShape(types), place(candidate)));
      }
    } catch (RuntimeException e) { // what ASM does not check before someone looks
      problems.add("the class file of " + id + " is corrupt; compile it again");
    }
    if (!problems.isEmpty()) {
      addUnusable(candidate, problems);
    }
  }

  private void checkMethod(Candidate candidate, String id, List<String> problems) {
    if (!isText(id)) {
      problems.add(id + " has half a character in its name; rename it");
    }
    if ((candidate.method().access & Opcodes.ACC_ABSTRACT) != 0) {
      problems.add(id + " is abstract; a fuzz target is a method with a body");
    } else if (!candidate.isStatic()) {
      chain.problem(id, lookup.classes()).ifPresent(problems::add);
    }
    if (AutofuzzUse.isIn(candidate.owner().type(), candidate.method())) {
      problems.add(
          id
              + " uses Autofuzz, which the fuzzer does not have; write a fuzz target with typed"
              + " parameters that calls the method");
    }
  }

  /** A class file can have the half of a character outside the Basic Multilingual Plane. */
  private static boolean isText(String name) {
    return name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private TargetPlace place(Candidate candidate) {
    return new TargetPlace(
        candidate.isStatic() ? List.of(chain.type().className()) : chain.classNames(),
        candidate.owner().type().className(),
        candidate.erasedParameters());
  }

  /**
   * The types of the parameters of one method of the class.
   *
   * @throws IllegalArgumentException with a sentence when it takes what no target can take
   */
  InputShape shape(Candidate candidate) {
    List<String> problems = new ArrayList<>();
    List<ValueType> types =
        new ParameterTypes(lookup.declared(), problems::add, this::warn)
            .read(candidate, id(candidate));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.get(0));
    }
    return new InputShape(types);
  }

  private void addUnusable(Candidate candidate, List<String> reasons) {
    result.addUnusable(new TargetName(chain.name(), candidate.name()), reasons);
  }

  private void warn(String sentence) {
    result.warn(chain.name(), sentence);
  }

  private String id(Candidate candidate) {
    return chain.name() + '#' + candidate.name();
  }
}
