package io.github.mavenfuzz.probe;

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

  /**
   * The method that JaCoCo adds to a class before the agent sees it; it is no code of the target.
   */
  private static final String JACOCO = "$jacocoInit";

  private static final String INITIALISER = "<clinit>";

  private final Set<String> left;
  private final CodeChanges changes;
  private final ProbeSequence sequence;
  private final List<MethodNode> probed = new ArrayList<>();

  /** The static initialiser; null when there is none or it is left as it is. */
  private MethodNode initialiser;

  private boolean changedInitialiser;

  /**
   * @param left names and descriptors of methods that get no probes
   */
  ProbedClass(Set<String> left, CodeChanges changes) {
    super(Opcodes.ASM9);
    this.left = left;
    this.changes = changes;
    this.sequence = new ProbeSequence(changes.counters());
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String methodName, String descriptor, String generics, String[] exceptions) {
    boolean isLeft = left.contains(methodName + descriptor);
    if (isLeft || isWithoutProbes(access, methodName)) {
      MethodNode method =
          (MethodNode) super.visitMethod(access, methodName, descriptor, generics, exceptions);
      initialiser = !isLeft && methodName.equals(INITIALISER) ? method : initialiser;
      return method;
    }
    // Subroutines of old class files are inlined: a branch in one has an edge for each caller then.
    MethodNode method =
        new JSRInlinerAdapter(null, access, methodName, descriptor, generics, exceptions);
    methods.add(method);
    probed.add(method);
    return method;
  }

  private static boolean isWithoutProbes(int access, String methodName) {
    return methodName.equals(JACOCO)
        || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) != 0
        || methodName.equals(INITIALISER); // runs once in a JVM, whatever the input
  }

  void insertProbes() {
    methods.forEach(changes::inMethod);
    changedInitialiser = initialiser != null && changes.inInitialiser(initialiser);
    for (MethodNode method : probed) {
      changes.inProbedMethod(name, method);
      new MethodProbes(name, method, sequence).insert();
    }
  }

  /** Whether the class gets anything, probes or not. */
  boolean isChanged() {
    return changedInitialiser || sequence.count() > 0;
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
    if (!subroutines && classFileSize + (1 + sequence.count()) * MAX_PROBE_SIZE <= MAX_CODE_SIZE) {
      return false;
    }
    for (MethodNode method : methods) {
      CodeSizeEvaluator size = new CodeSizeEvaluator(null);
      method.instructions.accept(size);
      if (size.getMaxSize() > MAX_CODE_SIZE) {
        return true;
      }
    }
    return false;
  }
}
