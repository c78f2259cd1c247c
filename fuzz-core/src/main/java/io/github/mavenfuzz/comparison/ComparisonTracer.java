package io.github.mavenfuzz.comparison;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes the code of one class file tell of its comparisons. */
public final class ComparisonTracer {
  private static final int NOT_TRACED =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

  /** Runs once in a JVM, whatever the input. */
  private static final String INITIALISER = "<clinit>";

  private ComparisonTracer() {}

  /**
   * Instruments a class. A method that would get too large stays as it is.
   *
   * @param recorder the internal name of the class that is told
   * @param numbering of the sites; negative when there is no room for one more
   * @return the new class file, or null when the class compares nothing
   * @throws RuntimeException of any kind when the class cannot be instrumented
   */
  public static byte[] insert(byte[] classFile, String recorder, ToIntFunction<Site> numbering) {
    ClassReader reader = new ClassReader(classFile);
    Set<String> tooLarge = new HashSet<>();
    while (true) {
      ClassNode type = new ClassNode();
      reader.accept(type, 0);
      if (!trace(type, tooLarge, recorder, numbering)) {
        return null;
      }
      ClassWriter writer = new ClassWriter(reader, 0);
      type.accept(writer);
      try {
        return writer.toByteArray();
      } catch (MethodTooLargeException e) {
        if (!tooLarge.add(e.getMethodName() + e.getDescriptor())) {
          throw e;
        }
      }
    }
  }

  /**
   * @param left names and descriptors of methods that stay as they are
   */
  private static boolean trace(
      ClassNode type, Set<String> left, String recorder, ToIntFunction<Site> numbering) {
    String className = type.name.replace('/', '.');
    boolean changed = false;
    for (MethodNode method : type.methods) {
      if ((method.access & NOT_TRACED) == 0
          && !method.name.equals(INITIALISER)
          && !left.contains(method.name + method.desc)) {
        changed |= new TracedMethod(className, method, recorder, numbering).trace();
      }
    }
    return changed;
  }
}
