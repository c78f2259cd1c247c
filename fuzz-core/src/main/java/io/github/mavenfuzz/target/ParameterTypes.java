package io.github.mavenfuzz.target;

import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Reads the types of a target's parameters, and says what is wrong with them. */
final class ParameterTypes {
  private final DeclaredTypes declared;
  private final Consumer<String> problems;
  private final Consumer<String> warnings;

  /**
   * @param problems hears a sentence about what makes the target impossible
   * @param warnings hears a sentence about what has no effect
   */
  ParameterTypes(DeclaredTypes declared, Consumer<String> problems, Consumer<String> warnings) {
    this.declared = declared;
    this.problems = problems;
    this.warnings = warnings;
  }

  /**
   * @param id the target as users write it
   * @return the types, less those that are a problem
   * @throws RuntimeException when the class file is corrupt
   */
  List<ValueType> read(Candidate candidate, String id) {
    List<TypeUse> uses = candidate.parameters();
    if (uses.isEmpty()) {
      problems.accept(
          id
              + " takes no parameter that a fuzzer could vary; give it one or more of these types: "
              + TypeReader.SUPPORTED);
    }
    Marks.unsupported(candidate.method()).forEach(mark -> warnIgnored(mark, id));
    TypeReader reader = new TypeReader(declared, candidate.form().nullByDefault());
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      try {
        types.add(reader.read(uses.get(i), uses.size() == 1));
        for (Mark mark : reader.unsupported()) {
          warnIgnored(mark, "parameter " + parameterName(candidate, i) + " of " + id);
        }
      } catch (UnsupportedTypeException e) {
        problems.accept(
            "parameter %s of %s is a %s, %s"
                .formatted(parameterName(candidate, i), id, uses.get(i), e.getMessage()));
      }
    }
    return types;
  }

  private void warnIgnored(Mark mark, String place) {
    warnings.accept("@%s on %s is not supported and has no effect".formatted(mark.name(), place));
  }

  /** The name in the source, in quotes, or the number when the class was compiled without names. */
  private static String parameterName(Candidate candidate, int index) {
    MethodNode method = candidate.owner().type().whole(candidate.method());
    if (method.parameters != null && index < method.parameters.size()) {
      return '"' + method.parameters.get(index).name + '"';
    }
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    Type[] types = Type.getArgumentTypes(method.desc);
    for (int i = 0; i < index; i++) {
      slot += types[i].getSize();
    }
    int ofParameter = slot;
    return method.localVariables == null
        ? Integer.toString(index + 1)
        : method.localVariables.stream()
            .filter(v -> v.index == ofParameter)
            .findFirst()
            .map(v -> '"' + v.name + '"')
            .orElse(Integer.toString(index + 1));
  }
}
