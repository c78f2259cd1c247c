package io.github.mavenfuzz.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

class ProbeInserterTest {
  private static final String PACKAGE = "io.github.mavenfuzz.probe.";

  /** A construct, and inputs that take different branches through it. */
  static Stream<Arguments> constructs() {
    return Stream.of(
        arguments("IfElse", List.of(1, -1)),
        arguments("IfOnly", List.of(1, 0)),
        arguments("WhileLoop", List.of(0, 3)),
        arguments("LoopAtStart", List.of(1, 3)),
        arguments("NestedLoops", List.of(0, 1, 3, 4, 5)),
        arguments("Conditions", List.of(0, 5, 15, 20)),
        arguments("Ternary", List.of(2, 3, -2, -3)),
        arguments("IntSwitch", List.of(1, 2, 3, 4)),
        arguments("SparseSwitch", List.of(-1000, 0, 2000, 7)),
        arguments("StringSwitch", List.of("a", "Aa", "BB", "C#", "z", "\0a")),
        arguments("EnumSwitch", List.of(-1, 0, 1)),
        arguments("Patterns", List.of("text", "", 5, 5.0)),
        arguments("TryCatch", List.of("5", "x")),
        arguments("Finally", List.of(0, 2, 5, 7)),
        arguments("Resources", List.of(0, 2, 3)),
        arguments("NewInNew", List.of(6, 4, 1, 0, -1)),
        arguments("WideLocals", List.of(0, 2, 4)),
        arguments("Nulls", List.of(0, 1, 2, 3)),
        arguments("Synchronized", List.of(1, 0, -1)),
        arguments("Lambdas", List.of(2, 3)),
        arguments("Constructor", List.of(-1, 1, 2, 3)),
        arguments("Range", List.of(1, -1)),
        arguments("Shape", List.of(1, 3)),
        arguments("ForEach", List.of(0, 2, -1)));
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void inputsThatTakeDifferentBranchesHitDifferentProbes(String construct, List<Object> inputs) {
    ProbedLoader loader = ProbedLoader.of(Constructs.class);

    Set<Set<Integer>> hit = new HashSet<>();
    for (Object input : inputs) {
      hit.add(loader.hits(nameOf(construct), input).keySet());
    }

    assertThat(hit).hasSameSizeAs(inputs);
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void probesDoNotChangeBehaviour(String construct, List<Object> inputs) throws Exception {
    ProbedLoader loader = ProbedLoader.of(Constructs.class);

    for (Object input : inputs) {
      Object expected = ProbedLoader.run(Class.forName(nameOf(construct)), input);
      assertThat(loader.run(nameOf(construct), input)).isEqualTo(expected);
    }
  }

  private static String nameOf(String construct) {
    return PACKAGE + "Constructs$" + construct;
  }

  /** Probe 0 is the entry; a jump has its taken edge first, a switch its default. */
  static Stream<Arguments> counts() {
    return Stream.of(
        arguments("IfElse", 1, Map.of(0, 1, 2, 1)),
        arguments("IfElse", 0, Map.of(0, 1, 1, 1)),
        arguments("IfOnly", 1, Map.of(0, 1, 2, 1)),
        arguments("IfOnly", 0, Map.of(0, 1, 1, 1)),
        arguments("WhileLoop", 0, Map.of(0, 1, 1, 1)),
        arguments("WhileLoop", 5, Map.of(0, 1, 1, 1, 2, 5)),
        arguments("WhileLoop", 255, Map.of(0, 1, 1, 1, 2, 255)),
        arguments("WhileLoop", 256 + 3, Map.of(0, 1, 1, 1, 2, 3)),
        arguments("LoopAtStart", 1, Map.of(0, 1, 2, 1)),
        arguments("LoopAtStart", 9, Map.of(0, 1, 1, 4, 2, 1)),
        arguments("Conditions", 5, Map.of(0, 1, 2, 1, 3, 1)),
        arguments("Conditions", 20, Map.of(0, 1, 2, 1, 4, 1, 6, 1)),
        arguments("Conditions", -1, Map.of(0, 1, 1, 1, 5, 1)),
        arguments("IntSwitch", 9, Map.of(0, 1, 1, 1)),
        arguments("IntSwitch", 0, Map.of(0, 1, 2, 1)),
        arguments("IntSwitch", 1, Map.of(0, 1, 2, 1)),
        arguments("IntSwitch", 2, Map.of(0, 1, 3, 1)),
        arguments("IntSwitch", 3, Map.of(0, 1, 4, 1)),
        arguments("TryCatch", "1", Map.of(0, 1)),
        arguments("TryCatch", "?", Map.of(0, 1, 1, 1)));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void aProbeCountsHowOftenItsEdgeWasTaken(
      String construct, Object input, Map<Integer, Integer> expected) {
    ProbedLoader loader = ProbedLoader.of(Constructs.class);

    assertThat(loader.hits(nameOf(construct), input)).isEqualTo(expected);
  }

  static Stream<Arguments> probeCounts() {
    return Stream.of(
        arguments("IfElse", 3), // entry, two edges
        arguments("Conditions", 7), // entry, three conditions
        arguments("IntSwitch", 5), // entry, and a target for each group of cases
        arguments("SparseSwitch", 5),
        arguments("TryCatch", 5)); // entry, two handlers, two edges
  }

  @ParameterizedTest
  @MethodSource("probeCounts")
  void everyEdgeHasOneProbe(String construct, int expected) {
    assertThat(ProbedLoader.of(Constructs.class).count(nameOf(construct))).isEqualTo(expected);
  }

  @Test
  void probesHaveTheSameIndexesWhateverTheirNumbers() {
    String name = nameOf("NestedLoops");
    byte[] original = ProbedLoader.bytesOf(Constructs.NestedLoops.class);

    for (int first : new int[] {0, 3, 120, 32_760, 1 << 20}) {
      ProbedLoader loader = new ProbedLoader(first).add(name, original);
      assertThat(loader.hits(name, 5))
          .isEqualTo(new ProbedLoader(0).add(name, original).hits(name, 5));
    }
  }

  @Test
  void instrumentingIsDeterministic() {
    byte[] original = ProbedLoader.bytesOf(ClassReader.class);

    assertThat(ProbeInserter.insert(original, new NoChanges(), count -> 50_000))
        .isEqualTo(ProbeInserter.insert(original, new NoChanges(), count -> 50_000));
  }

  @Test
  void aClassWithNothingToProbeStaysAsItIs() {
    byte[] original = ProbedLoader.bytesOf(Runnable.class);

    assertThat(ProbeInserter.insert(original, new NoChanges(), count -> 0)).isNull();
  }

  @Test
  void whatJacocoHasAddedHasNoProbes() {
    String name = Constructs.SeenByJacoco.class.getName();
    byte[] original = ProbedLoader.bytesOf(Constructs.SeenByJacoco.class);

    assertThat(new ProbedLoader(0).add(name, original).count(name)).isEqualTo(1);
  }

  @Test
  void initialisersAndBridgesHaveNoProbes() {
    String name = NoProbes.class.getName();

    assertThat(new ProbedLoader(0).add(name, ProbedLoader.bytesOf(NoProbes.class)).count(name))
        .isEqualTo(1); // compareTo(NoProbes)
  }

  interface NoProbes extends Comparable<NoProbes> {
    String VERSION = Runtime.version().feature() > 17 ? "new" : "old";

    @Override
    default int compareTo(NoProbes other) {
      return 0;
    }
  }

  private static final class GrowingInitialisers extends NoChanges {
    @Override
    public boolean inInitialiser(MethodNode method) {
      method.instructions.insert(new InsnNode(Opcodes.NOP));
      return true;
    }
  }

  @Test
  void anInitialiserThatWouldBecomeTooLargeIsLeftAndTheMethodsAreNot() {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Large", null, "java/lang/Object", null);
    addMethod(type, "<clinit>", 65_534);
    addMethod(type, "run", 0);

    ProbedLoader loader = new ProbedLoader(0, new GrowingInitialisers());

    assertThat(loader.add("Large", type.toByteArray()).count("Large")).isEqualTo(1);
  }

  private static void addMethod(ClassWriter type, String name, int nops) {
    MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, name, "()V", null, null);
    method.visitCode();
    for (int i = 0; i < nops; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  @Test
  void theEntryProbeHasTheLineOfTheFirstInstruction() {
    ClassNode type = new ClassNode();
    ProbedLoader loader = ProbedLoader.of(Constructs.class);
    new ClassReader(loader.probedBytes(nameOf("LoopAtStart"))).accept(type, 0);

    List<MethodNode> withoutLine = new ArrayList<>();
    for (MethodNode method : type.methods) {
      if (Arrays.stream(method.instructions.toArray())
          .takeWhile(node -> node.getOpcode() < 0)
          .noneMatch(LineNumberNode.class::isInstance)) {
        withoutLine.add(method);
      }
    }

    assertThat(type.methods).isNotEmpty();
    assertThat(withoutLine).isEmpty();
  }
}
