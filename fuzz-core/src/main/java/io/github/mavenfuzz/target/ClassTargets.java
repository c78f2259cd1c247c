package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetClass;
import io.github.mavenfuzz.input.TargetSignature;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The targets of one class file, and what is wrong with them. */
final class ClassTargets {
  private static final String ANNOTATION = "Lio/github/mavenfuzz/api/FuzzTest;";
  private static final int MAGIC = 0xCAFEBABE;

  private final ClassNode classNode;
  private final List<MethodNode> methods;
  private final String className;

  /**
   * @throws CorruptClassException when the bytes are no class file or one of a future version
   */
  ClassTargets(byte[] classFile) throws CorruptClassException {
    ClassNode outline = parse(classFile, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    // only a full look, which is slower, knows the names of local variables
    classNode = annotated(outline).isEmpty() ? outline : parse(classFile, ClassReader.SKIP_FRAMES);
    methods = annotated(classNode);
    className = classNode.name.replace('/', '.');
  }

  private static ClassNode parse(byte[] classFile, int options) throws CorruptClassException {
    if (classFile.length < Integer.BYTES || ByteBuffer.wrap(classFile).getInt() != MAGIC) {
      throw new CorruptClassException("is not a class file", null);
    }
    try {
      ClassNode node = new ClassNode();
      new ClassReader(classFile).accept(node, options);
      annotated(node).forEach(m -> Type.getArgumentTypes(m.desc)); // what ASM does not check
      return node;
    } catch (RuntimeException e) {
      throw String.valueOf(e.getMessage()).startsWith("Unsupported class file")
          ? new CorruptClassException("is of a Java version that the fuzzer does not know yet", e)
          : new CorruptClassException("is corrupt", e);
    }
  }

  /** Bridge methods are left out: compilers copy the annotations of what they call. */
  private static List<MethodNode> annotated(ClassNode node) {
    return node.methods.stream()
        .filter(m -> (m.access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) == 0)
        .filter(m -> m.visibleAnnotations != null)
        .filter(m -> m.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(ANNOTATION)))
        .toList();
  }

  String className() {
    return className;
  }

  TargetScan scan() {
    List<FuzzTarget> targets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : methods.stream().map(m -> m.name).distinct().toList()) {
      List<MethodNode> namesakes = methods.stream().filter(m -> m.name.equals(name)).toList();
      List<String> found =
          namesakes.size() > 1
              ? List.of(
                  "%s has %d fuzz targets named %s; give each a name of its own"
                      .formatted(className, namesakes.size(), name))
              : problems(namesakes.get(0));
      if (found.isEmpty()) {
        targets.add(new FuzzTarget(className, name, signature(namesakes.get(0)).shape()));
      }
      problems.addAll(found);
    }
    return new TargetScan(targets, problems);
  }

  private List<String> problems(MethodNode method) {
    List<String> problems = new ArrayList<>();
    if (!FuzzTarget.isDirectoryName(className) || !FuzzTarget.isDirectoryName(method.name)) {
      problems.add(id(method) + " has a name that cannot be a directory's; rename it");
    }
    if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
      problems.add(id(method) + " is abstract; a fuzz target is a method with a body");
    } else if ((method.access & Opcodes.ACC_STATIC) == 0) {
      targetClass().problem(method.name).ifPresent(problems::add);
    }
    problems.addAll(signature(method).problems());
    return problems;
  }

  private TargetClass targetClass() {
    return new TargetClass(
        className,
        (classNode.access & Opcodes.ACC_INTERFACE) != 0,
        (classNode.access & Opcodes.ACC_ABSTRACT) != 0,
        isInner(),
        classNode.methods.stream().anyMatch(ClassTargets::isNoArgConstructor));
  }

  private boolean isInner() {
    for (InnerClassNode entry : classNode.innerClasses) {
      if (entry.name.equals(classNode.name)) {
        return entry.outerName != null && (entry.access & Opcodes.ACC_STATIC) == 0;
      }
    }
    return false;
  }

  private static boolean isNoArgConstructor(MethodNode method) {
    return method.name.equals("<init>") && method.desc.equals("()V");
  }

  private TargetSignature signature(MethodNode method) {
    List<TargetSignature.Parameter> parameters = new ArrayList<>();
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      parameters.add(
          new TargetSignature.Parameter(
              parameterName(method, parameters.size(), slot),
              type.getDescriptor(),
              type.getClassName()));
      slot += type.getSize();
    }
    return new TargetSignature(id(method), parameters);
  }

  /** The name in the source, or null when the class was compiled without names. */
  private static String parameterName(MethodNode method, int index, int slot) {
    if (method.parameters != null && index < method.parameters.size()) {
      return method.parameters.get(index).name;
    }
    if (method.localVariables == null) {
      return null;
    }
    return method.localVariables.stream()
        .filter(v -> v.index == slot)
        .findFirst()
        .map(v -> v.name)
        .orElse(null);
  }

  private String id(MethodNode method) {
    return className + '#' + method.name;
  }
}
