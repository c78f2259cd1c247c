package io.github.mavenfuzz.target;

import io.github.mavenfuzz.target.Supertypes.Supertype;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method that says it is a target.
 *
 * @param owner the class or interface that declares it, as the class inherits it that runs
 */
record Candidate(Supertype owner, MethodNode method, TargetForm form) {
  String name() {
    return method.name;
  }

  boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** The descriptors of its parameters as the class file has them. */
  List<String> erasedParameters() {
    return Arrays.stream(Type.getArgumentTypes(method.desc)).map(Type::getDescriptor).toList();
  }

  /**
   * Its parameters with what the class that runs makes of type variables.
   *
   * @throws RuntimeException when its signature is corrupt
   */
  List<TypeUse> parameters() {
    Map<String, TypeUse> variables = new HashMap<>(owner.variables());
    TypeUseParser.typeParameters(method.signature).forEach(variables::remove);
    List<TypeUse> uses = TypeUseParser.parameters(method);
    if (uses.size() != Type.getArgumentTypes(method.desc).length) {
      throw new IllegalArgumentException(method.signature + " is no signature of " + method.desc);
    }
    return uses.stream().map(use -> use.with(variables)).toList();
  }
}
