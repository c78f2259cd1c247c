package io.github.mavenfuzz.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The tree of a class that gets probes. */
final class ProbedClass extends ClassNode {
  private static final int MAX_CODE_SIZE = 65535;

  /** More than a probe with its detour adds to a method, in bytes. */
  private static final int MAX_PROBE_SIZE = 32;

  private final Set<String> left;
  private final ProbeSequence sequence = new ProbeSequence();
  private final List<MethodNode> probed = new ArrayList<>();

  /**
   * @param left names and descriptors of methods that get no probes
   */
  ProbedClass(Set<String> left) {
    super(Opcodes.ASM9);
    this.left = left;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String methodName, String descriptor, String generics, String[] exceptions) {
    if (isWithoutProbes(access, methodName) || left.contains(methodName + descriptor)) {
      return super.visitMethod(access, methodName, descriptor, generics, exceptions);
    }
    // Subroutines of old class files are inlined: a branch in one has an edge for each caller then.
    MethodNode method =
        new JSRInlinerAdapter(null, access, methodName, descriptor, generics, exceptions);
    methods.add(method);
    probed.add(method);
    return method;
  }

  private static boolean isWithoutProbes(int access, String methodName) {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) != 0
        || methodName.equals("<clinit>"); // runs once in a JVM, whatever the input
  }

  void insertProbes() {
    methods.forEach(ExitCalls::redirect);
    for (MethodNode method : probed) {
      JazzerCallSites.identify(name, method);
      new MethodProbes(name, method, sequence).insert();
    }
  }

  ProbeSequence sequence() {
    return sequence;
  }

  /**
   * Whether a method with probes might pass the limit of the class file format.
   *
   * @param classFileSize of the class without probes, in bytes
   */
  boolean mayBeTooLarge(int classFileSize) {
    boolean subroutines = (version & 0xFFFF) <= Opcodes.V1_6; // which are inlined, and so grow
    if (!subroutines && classFileSize + sequence.count() * MAX_PROBE_SIZE <= MAX_CODE_SIZE) {
      return false;
    }
    for (MethodNode method : probed) {
      CodeSizeEvaluator size = new CodeSizeEvaluator(null);
      method.instructions.accept(size);
      if (size.getMaxSize() > MAX_CODE_SIZE) {
        return true;
      }
    }
    return false;
  }
}
