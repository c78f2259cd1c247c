package io.github.mavenfuzz.target;

import io.github.mavenfuzz.type.LeafKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** The ways in which a method says that it is a target. */
enum TargetForm {
  /** It carries our annotation. */
  ANNOTATED("Lio/github/mavenfuzz/api/FuzzTest;"),
  /** It carries the annotation of Jazzer's JUnit integration. */
  JAZZERS("Lcom/code_intelligence/jazzer/junit/FuzzTest;"),
  /** It has the name by which Jazzer's driver, and so OSS-Fuzz, finds it. */
  NAMED(null);

  /** The forms, for a message. */
  static final String FORMS =
      "a fuzz target is a method that is annotated with @FuzzTest, this plugin's or Jazzer's, or"
          + " public static void fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)";

  private final String annotation;

  TargetForm(String annotation) {
    this.annotation = annotation;
  }

  /** The descriptor of the annotation that makes a target of this form; null when none does. */
  String annotation() {
    return annotation;
  }

  /**
   * Chooses the target among methods with the name that makes a target: the public static one that
   * takes the bytes of an input or a provider; without such a method, the only public static one.
   *
   * @return empty when there is none, or more than one
   */
  static Optional<Candidate> choose(List<Candidate> named) {
    List<Candidate> callable = named.stream().filter(c -> isPublicStatic(c.method())).toList();
    List<Candidate> plain = callable.stream().filter(c -> takesBytes(c.method().desc)).toList();
    List<Candidate> candidates = plain.isEmpty() ? callable : plain;
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  static boolean isPublicStatic(MethodNode method) {
    return (method.access & Opcodes.ACC_PUBLIC) != 0 && (method.access & Opcodes.ACC_STATIC) != 0;
  }

  private static boolean takesBytes(String descriptor) {
    return Stream.of(LeafKind.BYTES, LeafKind.FUZZED_DATA)
        .anyMatch(kind -> descriptor.startsWith('(' + kind.descriptor() + ')'));
  }

  /** Whether the values of parameters may be null unless they are annotated to be never null. */
  boolean nullByDefault() {
    return this != ANNOTATED;
  }
}
