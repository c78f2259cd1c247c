package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.Supertypes.Supertype;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A class whose targets are wanted by name. */
final class NamedClass {
  private static final int MOST_SUGGESTIONS = 3;

  private final String name;
  private final List<Path> classPath;

  /**
   * @param name with a dot or a dollar sign before a nested class
   */
  NamedClass(String name, List<Path> classPath) {
    this.name = name;
    this.classPath = classPath;
  }

  /**
   * Its targets, of which there is at least one.
   *
   * @throws NoTargetException when there is none
   */
  TargetScan scan(ClassSource files) throws NoTargetException {
    byte[] bytes = find(files);
    if (bytes == null) {
      throw new NoTargetException(
          "there is no class " + name + " on the class path" + suggestions());
    }
    Lookup lookup = Lookup.in(files);
    ClassChain chain = ClassChain.of(parse(bytes), lookup);
    if (!chain.name().replace('$', '.').equals(name.replace('$', '.'))) {
      throw new NoTargetException("the class file of " + name + " is that of " + chain.name());
    }
    ScanResult result = new ScanResult();
    ClassTargets targets = new ClassTargets(chain, lookup, result);
    targets.scan();
    if (result.isEmpty()) {
      targets.scan(inherited(chain, lookup));
    }
    if (result.isEmpty()) {
      throw new NoTargetException(problem(chain, lookup));
    }
    return result.toScan();
  }

  private ParsedClass parse(byte[] bytes) throws NoTargetException {
    try {
      return new ParsedClass(bytes);
    } catch (CorruptClassException e) {
      throw new NoTargetException("the class file of " + name + ' ' + e.getMessage());
    }
  }

  /** The target that a superclass has by its name, as Jazzer's driver finds it. */
  private static List<Candidate> inherited(ClassChain chain, Lookup lookup) {
    for (Supertype each : chain.supertypes(lookup.classes())) {
      List<Candidate> named =
          each.type().methods().stream()
              .filter(m -> m.name.equals(FuzzTarget.JAZZERS_METHOD))
              .filter(TargetForm::isPublicStatic)
              .map(m -> new Candidate(each, m, TargetForm.NAMED))
              .toList();
      if (!named.isEmpty()) {
        return named;
      }
    }
    return List.of();
  }

  /** Why there is no target, which may be that only subclasses have them. */
  private String problem(ClassChain chain, Lookup lookup) {
    return chain.type().methods().stream()
        .filter(m -> lookup.forms().of(m).isPresent())
        .flatMap(m -> chain.problem(chain.name() + '#' + m.name, lookup.classes()).stream())
        .findFirst()
        .orElse(name + " has no fuzz target; " + TargetForm.FORMS);
  }

  /** Looks for nested classes from the innermost out, as a compiler names them. */
  private byte[] find(ClassSource classes) {
    StringBuilder path = new StringBuilder(name.replace('.', '/'));
    byte[] bytes = classes.find(path.toString());
    for (int i = path.lastIndexOf("/"); bytes == null && i >= 0; i = path.lastIndexOf("/")) {
      path.setCharAt(i, '$');
      bytes = classes.find(path.toString());
    }
    return bytes;
  }

  private String suggestions() {
    String simple = simpleName(name);
    int most = Math.max(2, simple.length() / 3);
    String closest =
        ClassNames.on(classPath).stream()
            .filter(n -> EditDistance.between(simple, simpleName(n)) <= most)
            .sorted(Comparator.comparingInt(n -> EditDistance.between(name, n)))
            .distinct()
            .limit(MOST_SUGGESTIONS)
            .collect(Collectors.joining(", "));
    return closest.isEmpty() ? "" : "; there is " + closest;
  }

  private static String simpleName(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
