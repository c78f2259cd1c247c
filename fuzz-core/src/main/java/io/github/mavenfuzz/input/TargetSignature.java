package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.LeafKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a method that is to be a target, before it is known whether they can be. The
 * fuzzer reads them from a class file and the JUnit extension by reflection; both say the same
 * about what does not work.
 *
 * @param method as users write it, such as {@code com.example.ParserFuzz#parses}
 */
public record TargetSignature(String method, List<Parameter> parameters) {

  /**
   * One parameter as it is declared.
   *
   * @param name null when it is unknown
   * @param descriptor its type as class files write it
   * @param typeName its type as users write it, such as {@code java.util.List}
   */
  public record Parameter(String name, String descriptor, String typeName) {}

  public TargetSignature {
    parameters = List.copyOf(parameters);
  }

  /** One sentence for each thing that keeps the method from being a target; empty if nothing. */
  public List<String> problems() {
    if (parameters.isEmpty()) {
      return List.of(
          method
              + " takes no parameter that a fuzzer could vary; give it one or more of these types: "
              + LeafKind.supportedNames());
    }
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (type(parameter).isEmpty()) {
        problems.add(
            "parameter %s of %s is a %s, which the fuzzer cannot make; these types work: %s"
                .formatted(
                    parameter.name() != null ? '"' + parameter.name() + '"' : i + 1,
                    method,
                    parameter.typeName(),
                    LeafKind.supportedNames()));
      }
    }
    return problems;
  }

  /**
   * The types of the parameters.
   *
   * @throws IllegalStateException with the first of {@link #problems()}, if there is one
   */
  public InputShape shape() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.get(0));
    }
    return InputShape.of(
        parameters.stream().map(p -> type(p).orElseThrow()).toArray(LeafKind[]::new));
  }

  private static Optional<LeafKind> type(Parameter parameter) {
    return LeafKind.ofDescriptor(parameter.descriptor());
  }
}
