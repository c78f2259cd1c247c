package io.github.mavenfuzz.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** Knows the enums and records that parameters consist of; reads each class file once. */
final class DeclaredTypes {
  private final ClassSource classes;
  private final Map<String, Declared> found = new HashMap<>();

  DeclaredTypes(ClassSource classes) {
    this.classes = classes;
  }

  /** A type that has a class file. */
  sealed interface Declared {}

  /**
   * @param constants names, in the order of declaration
   */
  record EnumClass(List<String> constants) implements Declared {}

  /**
   * @param typeParameters their names
   */
  record RecordClass(List<String> typeParameters, List<Component> components) implements Declared {}

  /** A component with its type as it is declared. */
  record Component(String name, TypeUse type) {}

  /** A class that is neither an enum nor a record. */
  record Other() implements Declared {}

  /**
   * @param name internal
   * @throws UnsupportedTypeException when the class is not there or cannot be read
   */
  Declared find(String name) throws UnsupportedTypeException {
    Declared declared = found.get(name);
    if (declared == null) {
      declared = read(name);
      found.put(name, declared);
    }
    return declared;
  }

  private Declared read(String name) throws UnsupportedTypeException {
    byte[] bytes = classes.find(name);
    String className = name.replace('/', '.');
    if (bytes == null) {
      throw new UnsupportedTypeException(
          "but there is no class " + className + " on the class path", "add what contains it");
    }
    try {
      return declared(ClassFile.parse(bytes, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
    } catch (CorruptClassException e) {
      throw corrupt(className, e.getMessage());
    } catch (RuntimeException e) { // the signature of a component, which ASM does not check
      throw corrupt(className, "is corrupt");
    }
  }

  private static UnsupportedTypeException corrupt(String className, String what) {
    return new UnsupportedTypeException(
        "but the class file of " + className + ' ' + what, "compile it again");
  }

  private static Declared declared(ClassNode node) {
    if ("java/lang/Enum".equals(node.superName)) {
      return new EnumClass(
          node.fields.stream()
              .filter(f -> (f.access & Opcodes.ACC_ENUM) != 0)
              .map(f -> f.name)
              .toList());
    }
    if ("java/lang/Record".equals(node.superName)) {
      List<RecordComponentNode> components =
          node.recordComponents == null ? List.of() : node.recordComponents;
      return new RecordClass(
          TypeUseParser.typeParameters(node.signature),
          components.stream().map(c -> new Component(c.name, TypeUseParser.component(c))).toList());
    }
    return new Other();
  }
}
