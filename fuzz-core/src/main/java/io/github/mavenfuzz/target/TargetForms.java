package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells which methods say that they are targets, be it by an annotation of the project's own. */
final class TargetForms {
  private static final String NESTED = "Lorg/junit/jupiter/api/Nested;";

  private final MetaAnnotations annotations;

  TargetForms(MetaAnnotations annotations) {
    this.annotations = annotations;
  }

  /**
   * The form of a method.
   *
   * @return empty when it does not say that it is a target. What is synthetic does not: compilers
   *     copy the annotations of what a bridge calls. Kotlin's bridges that are not synthetic are
   *     methods to JUnit, too.
   */
  Optional<TargetForm> of(MethodNode method) {
    if ((method.access & Opcodes.ACC_SYNTHETIC) != 0) {
      return Optional.empty();
    }
    Optional<TargetForm> annotated =
        annotated()
            .filter(f -> annotations.has(method.visibleAnnotations, f.annotation()))
            .findFirst();
    return annotated.isPresent() || !method.name.equals(FuzzTarget.JAZZERS_METHOD)
        ? annotated
        : Optional.of(TargetForm.NAMED);
  }

  /** Whether a method is a target, or would be one if its annotation were there at run time. */
  boolean mayBe(MethodNode method) {
    return of(method).isPresent() || forgotten(method).isPresent();
  }

  private static Stream<TargetForm> annotated() {
    return Arrays.stream(TargetForm.values()).filter(form -> form.annotation() != null);
  }

  /**
   * The name of an annotation that would make a target of a method if it were there at run time,
   * which needs a retention that people forget.
   */
  Optional<String> forgotten(MethodNode method) {
    return Stream.ofNullable(method.invisibleAnnotations)
        .flatMap(all -> all.stream())
        .filter(this::makesTarget)
        .map(annotation -> MetaAnnotations.className(annotation.desc).replace('/', '.'))
        .findFirst();
  }

  private boolean makesTarget(AnnotationNode annotation) {
    return annotated().anyMatch(form -> annotations.has(List.of(annotation), form.annotation()));
  }

  /** Whether JUnit Jupiter makes instances of an inner class. */
  boolean isNested(ParsedClass type) {
    return annotations.has(type.annotations(), NESTED);
  }
}
