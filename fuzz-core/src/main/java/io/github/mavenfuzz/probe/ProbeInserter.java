package io.github.mavenfuzz.probe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Adds probes to one class file. Which probes a class gets depends on nothing but its bytes, so
 * that an index means the same branch in every worker.
 */
public final class ProbeInserter {
  private ProbeInserter() {}

  /**
   * Instruments a class. A method that the probes would make too large goes without.
   *
   * @param changes what else becomes different
   * @param numbering told how many probes the class has, answers the number of the first one;
   *     called once at most
   * @return the new class file, or null when there is nothing in it to change
   * @throws RuntimeException of any kind when the class cannot be instrumented
   */
  public static byte[] insert(byte[] classFile, CodeChanges changes, IntUnaryOperator numbering) {
    ClassReader reader = new ClassReader(classFile);
    ProbedClass probed = probe(reader, classFile.length, changes);
    int count = probed.sequence().count();
    if (!probed.isChanged()) {
      return null;
    }
    if (count > 0) {
      probed.sequence().startAt(numbering.applyAsInt(count));
    }
    return write(reader, probed);
  }

  private static ProbedClass probe(ClassReader reader, int size, CodeChanges changes) {
    Set<String> tooLarge = new HashSet<>();
    while (true) {
      ProbedClass probed = new ProbedClass(tooLarge, changes);
      reader.accept(probed, ClassReader.EXPAND_FRAMES);
      probed.insertProbes();
      if (!probed.mayBeTooLarge(size)) {
        return probed;
      }
      // A trial with the longest push instructions: whether a method fits must not depend on the
      // numbers that its class happens to get.
      try {
        write(reader, probed);
        return probed;
      } catch (MethodTooLargeException e) {
        if (!tooLarge.add(e.getMethodName() + e.getDescriptor())) {
          throw e;
        }
      }
    }
  }

  private static byte[] write(ClassReader reader, ProbedClass probed) {
    // No COMPUTE_FRAMES, which loads classes; and copying the constants keeps the size of each LDC.
    ClassWriter writer = new ClassWriter(reader, 0);
    probed.accept(writer);
    return writer.toByteArray();
  }
}
