package io.github.mavenfuzz.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that today's javac does not write. */
class GeneratedCodeTest implements Opcodes {
  private static final String NAME = "com.example.Generated";

  /** Probes of the other method of each class. */
  private static final int OTHER = 1;

  @Test
  void subroutinesOfOldClassesHaveAnEdgeForEachCaller() {
    ProbedLoader loader = load(V1_2, 0, GeneratedCodeTest::subroutine);

    assertThat(loader.run(NAME, 5)).isEqualTo(1);
    assertThat(loader.run(NAME, 0)).isEqualTo(3);
    assertThat(loader.run(NAME, -5)).isEqualTo(2);
    assertThat(loader.hits(NAME, 5).keySet())
        .isNotEqualTo(loader.hits(NAME, 0).keySet())
        .isNotEqualTo(loader.hits(NAME, -5).keySet());
    assertThat(loader.count(NAME)).isEqualTo(1 + 2 + 2 * 2 + OTHER);
  }

  /**
   * Calls a subroutine from two places, which adds 1 to the result unless the input is 0 or less.
   */
  private static void subroutine(MethodVisitor run) {
    Label notPositive = new Label();
    Label subroutine = new Label();
    Label back = new Label();
    run.visitInsn(ICONST_0);
    run.visitVarInsn(ISTORE, 1);
    run.visitVarInsn(ILOAD, 0);
    run.visitJumpInsn(IFLE, notPositive);
    run.visitJumpInsn(JSR, subroutine);
    run.visitVarInsn(ILOAD, 1);
    run.visitInsn(IRETURN);
    run.visitLabel(notPositive);
    run.visitIincInsn(1, 2);
    run.visitJumpInsn(JSR, subroutine);
    run.visitVarInsn(ILOAD, 1);
    run.visitInsn(IRETURN);
    run.visitLabel(subroutine);
    run.visitVarInsn(ASTORE, 2);
    run.visitVarInsn(ILOAD, 0);
    run.visitJumpInsn(IFLT, back);
    run.visitIincInsn(1, 1);
    run.visitLabel(back);
    run.visitVarInsn(RET, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_2, V1_5, V1_6})
  void classesWithoutFramesNeedNone(int version) {
    ProbedLoader loader = load(version, 0, GeneratedCodeTest::loopWithSwitch);

    assertThat(loader.run(NAME, 5)).isEqualTo(0);
    assertThat(loader.hits(NAME, 5)).isEqualTo(Map.of(0, 1, 1, 4, 2, 1, 3, 4, 4, 1));
    assertThat(loader.hits(NAME, 0)).isEqualTo(Map.of(0, 1, 1, 1, 4, 1));
  }

  @Test
  void classesWithFramesGetFrames() {
    ProbedLoader loader = load(V17, ClassWriter.COMPUTE_FRAMES, GeneratedCodeTest::loopWithSwitch);

    assertThat(loader.run(NAME, 5)).isEqualTo(0);
    assertThat(loader.hits(NAME, 5)).isEqualTo(Map.of(0, 1, 1, 4, 2, 1, 3, 4, 4, 1));
  }

  /** Counts down to 0, by way of a switch whose cases 1 and 2 and default all meet. */
  private static void loopWithSwitch(MethodVisitor run) {
    Label start = new Label();
    Label meet = new Label();
    Label two = new Label();
    run.visitLabel(start);
    run.visitVarInsn(ILOAD, 0);
    run.visitTableSwitchInsn(1, 2, meet, meet, two);
    run.visitLabel(two);
    run.visitInsn(NOP);
    run.visitLabel(meet);
    run.visitIincInsn(0, -1);
    run.visitVarInsn(ILOAD, 0);
    run.visitJumpInsn(IFGT, start);
    run.visitInsn(ICONST_0);
    run.visitInsn(IRETURN);
  }

  @Test
  void aHandlerMayStartByCreatingAnObject() {
    ProbedLoader loader = load(V17, ClassWriter.COMPUTE_FRAMES, GeneratedCodeTest::newInHandler);

    assertThat(loader.run(NAME, 5)).isEqualTo(1);
    assertThat(loader.run(NAME, 0)).isEqualTo(2);
    assertThat(loader.hits(NAME, 0)).isEqualTo(Map.of(0, 1, 1, 1, 3, 1));
  }

  /** The target of a frame's uninitialised type is where the handler's probe would go. */
  private static void newInHandler(MethodVisitor run) {
    Label start = new Label();
    Label handler = new Label();
    Label positive = new Label();
    Label initialise = new Label();
    run.visitTryCatchBlock(start, handler, handler, null);
    run.visitLabel(start);
    run.visitInsn(ACONST_NULL);
    run.visitInsn(ATHROW);
    run.visitLabel(handler);
    run.visitTypeInsn(NEW, "java/lang/String");
    run.visitInsn(DUP);
    run.visitVarInsn(ILOAD, 0);
    run.visitJumpInsn(IFGT, positive);
    run.visitLdcInsn("--");
    run.visitJumpInsn(GOTO, initialise);
    run.visitLabel(positive);
    run.visitLdcInsn("+");
    run.visitLabel(initialise);
    run.visitMethodInsn(
        INVOKESPECIAL, "java/lang/String", "<init>", "(Ljava/lang/String;)V", false);
    run.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
    run.visitInsn(IRETURN);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_5, V17})
  void jumpsMayBecomeLongerThanTheirOffsetsAllow(int version) {
    ProbedLoader loader = load(version, framesOf(version), run -> longLoop(run, 1500));

    assertThat(loader.run(NAME, 3)).isEqualTo(1500);
    assertThat(loader.run(NAME, -9)).isEqualTo(-8);
    assertThat(loader.run(NAME, -8)).isEqualTo(-6);
    assertThat(loader.hits(NAME, -8)).hasSize(4).containsEntry(1, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_5, V17})
  void aMethodThatWouldBecomeTooLargeIsLeftAndTheOthersAreNot(int version) {
    ProbedLoader loader = load(version, framesOf(version), run -> longLoop(run, 6000));

    assertThat(loader.run(NAME, 3)).isEqualTo(6000);
    assertThat(loader.hits(NAME, 3)).isEmpty();
    assertThat(loader.count(NAME)).isEqualTo(OTHER);
  }

  @Test
  void whetherAMethodIsTooLargeDoesNotDependOnTheNumbersOfItsProbes() {
    Set<Boolean> left = new HashSet<>();
    for (int steps = 1760; steps < 1776; steps++) {
      int n = steps;
      byte[] original = generate(V17, ClassWriter.COMPUTE_FRAMES, run -> longLoop(run, n));
      int count = new ProbedLoader(0).add(NAME, original).count(NAME);
      left.add(count == OTHER);

      assertThat(new ProbedLoader(1 << 20).add(NAME, original).count(NAME)).isEqualTo(count);
    }
    assertThat(left).containsExactlyInAnyOrder(false, true);
  }

  /**
   * Increments, and again if that gave -7; a positive value is raised by one in each step whose
   * number it has.
   */
  private static void longLoop(MethodVisitor run, int steps) {
    Label start = new Label();
    Label end = new Label();
    run.visitLabel(start);
    run.visitIincInsn(0, 1);
    run.visitVarInsn(ILOAD, 0);
    run.visitJumpInsn(IFLT, end);
    for (int i = 0; i < steps; i++) {
      Label next = new Label();
      run.visitVarInsn(ILOAD, 0);
      run.visitIntInsn(SIPUSH, i);
      run.visitJumpInsn(IF_ICMPNE, next);
      run.visitIincInsn(0, 1);
      run.visitLabel(next);
    }
    run.visitLabel(end);
    run.visitVarInsn(ILOAD, 0);
    run.visitIntInsn(BIPUSH, -7);
    run.visitJumpInsn(IF_ICMPEQ, start);
    run.visitVarInsn(ILOAD, 0);
    run.visitInsn(IRETURN);
  }

  private static int framesOf(int version) {
    return version >= V1_6 ? ClassWriter.COMPUTE_FRAMES : 0;
  }

  private static ProbedLoader load(int version, int frames, Consumer<MethodVisitor> run) {
    return new ProbedLoader(0).add(NAME, generate(version, frames, run));
  }

  /** A class with the method {@code int run(int)}, and one more method with one probe. */
  private static byte[] generate(int version, int frames, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(frames | ClassWriter.COMPUTE_MAXS);
    writer.visit(version, ACC_PUBLIC, NAME.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor run = writer.visitMethod(ACC_STATIC, "run", "(I)I", null, null);
    run.visitCode();
    code.accept(run);
    run.visitMaxs(0, 0);
    run.visitEnd();
    MethodVisitor other = writer.visitMethod(ACC_STATIC, "other", "()V", null, null);
    other.visitCode();
    other.visitInsn(RETURN);
    other.visitMaxs(0, 0);
    other.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
