package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.json.ReaderBasedJsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenfuzz.probe.Constructs;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

class ComparisonTracerTest {
  private static final String COMPARED = Compared.class.getName();
  private static final String GENERATED = "com.example.Generated";

  private static Arguments row(String method, List<Object> arguments, String... expected) {
    return arguments(method, arguments, List.of(expected));
  }

  /** A method of {@link Compared}, its arguments, and what it tells. */
  static Stream<Arguments> comparisons() {
    return Stream.of(
        row("intEqual", List.of(3, 5), "NUMBERS 3 5 EQUALITY NONE []"),
        row("intNotEqual", List.of(3, 3), "NUMBERS 3 3 EQUALITY NONE []"),
        row("intLess", List.of(3, 5), "NUMBERS 3 5 ORDER NONE []"),
        row("intLessOrEqual", List.of(5, 3), "NUMBERS 5 3 ORDER NONE []"),
        row("intGreater", List.of(-1, 0), "NUMBERS -1 0 ORDER NONE []"),
        row("intGreaterOrEqual", List.of(0, -1), "NUMBERS 0 -1 ORDER NONE []"),
        row("intConstant", List.of(7), "NUMBERS 7 1234 EQUALITY RIGHT []"),
        row("constantInt", List.of(7), "NUMBERS 1234 7 EQUALITY LEFT []"),
        row("intLessThanConstant", List.of(7), "NUMBERS 7 70000 ORDER RIGHT []"),
        row("zero", List.of(7), "NUMBERS 7 0 EQUALITY RIGHT []"),
        row("negative", List.of(7), "NUMBERS 7 0 ORDER RIGHT []"),
        row("unit", List.of('a'), "NUMBERS 97 120 EQUALITY RIGHT []"),
        row("longEqual", List.of(3L, 1L << 50), "NUMBERS 3 1125899906842624 EQUALITY NONE []"),
        row("longConstant", List.of(3L), "NUMBERS 3 1099511627776 EQUALITY RIGHT []"),
        row("longLess", List.of(3L, 5L), "NUMBERS 3 5 ORDER NONE []"),
        row("constantLong", List.of(9L), "NUMBERS 5 9 ORDER LEFT []"),
        row("floatEqual", List.of(0.5f, 2f), "FLOATS 0.5 2.0 EQUALITY NONE []"),
        row("floatLess", List.of(Float.NaN), "FLOATS NaN 1.5 ORDER RIGHT []"),
        row("doubleEqual", List.of(0.25), "DOUBLES 0.25 2.5 EQUALITY RIGHT []"),
        row("doubleGreater", List.of(1e9, -0.0), "DOUBLES 1.0E9 -0.0 ORDER NONE []"),
        row("intRemainder", List.of(23), "NUMBERS 23 27 EQUALITY RIGHT []"),
        row("intDivides", List.of(13), "NUMBERS 13 8 EQUALITY RIGHT []"),
        row("intMask", List.of(0x12), "NUMBERS 18 50 EQUALITY RIGHT []"),
        row("intMaskFirst", List.of(0x12), "NUMBERS 18 50 EQUALITY RIGHT []"),
        row("intBit", List.of(7), "NUMBERS 7 6 EQUALITY RIGHT []"),
        row("longRemainder", List.of(23L), "NUMBERS 23 27 EQUALITY RIGHT []"),
        row("longMask", List.of(0x12L), "NUMBERS 18 50 EQUALITY RIGHT []"),
        row("longMaskFirst", List.of(0x12L), "NUMBERS 18 50 EQUALITY RIGHT []"),
        row("tableSwitch", List.of(3), "KEYS 3 null EQUALITY RIGHT [1, 2, 4]"),
        row("lookupSwitch", List.of(1000), "KEYS 1000 null EQUALITY RIGHT [-1000, 0, 1000]"),
        row(
            "textSwitch",
            List.of("POST"),
            "WORDS 'POST' null EQUALITY RIGHT [GET, PUT]",
            "KEYS -1 null EQUALITY RIGHT [0, 1]"),
        row("enumSwitch", List.of(1), "KEYS 2 null EQUALITY RIGHT [1, 2]"),
        row(
            "enumValue",
            List.of("BLUE"),
            "EQUAL 'BLUE' 'RED' EQUALITY RIGHT []",
            "EQUAL 'BLUE' 'GREEN' EQUALITY RIGHT []"),
        row("textConstant", List.of("x"), "EQUAL 'x' 'wanted' EQUALITY RIGHT []"),
        row("constantText", List.of("x"), "EQUAL 'wanted' 'x' EQUALITY LEFT []"),
        row("verdicts", List.of("")),
        row("verdicts", List.of(5)),
        row("same", List.of("a", "b")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("comparisons")
  void aComparisonTellsWhatItIsAboutToCompare(
      String method, List<Object> arguments, List<String> expected) {
    TracingLoader loader = TracingLoader.of(Compared.class);
    loader.call(COMPARED, method, arguments.toArray()); // initialises classes

    assertThat(loader.trace(COMPARED, method, arguments.toArray())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("comparisons")
  void tracingDoesNotChangeWhatAComparisonComesTo(
      String method, List<Object> arguments, List<String> expected) {
    TracingLoader loader = TracingLoader.of(Compared.class);

    for (List<Object> others : others(arguments)) {
      assertThat(loader.call(COMPARED, method, others.toArray()))
          .isEqualTo(ProbedLoader.call(Compared.class, method, others.toArray()));
    }
  }

  /** The arguments, and some near them. */
  private static List<List<Object>> others(List<Object> arguments) {
    List<List<Object>> all = new ArrayList<>(List.of(arguments));
    for (int i = -2; i <= 2; i++) {
      int by = i;
      all.add(arguments.stream().map(argument -> near(argument, by)).toList());
    }
    return all;
  }

  private static Object near(Object argument, int by) {
    if (argument instanceof Integer number) {
      return number > 1 && number < 4 ? Math.max(0, by) : number + by;
    }
    if (argument instanceof Long number) {
      return number + by;
    }
    if (argument instanceof Double number) {
      return number + by;
    }
    return argument instanceof String
        ? List.of("GET", "PUT", "RED", "GREEN", "").get(by + 2)
        : argument;
  }

  @ParameterizedTest
  @MethodSource("io.github.mavenfuzz.probe.ProbeInserterTest#constructs")
  void tracingDoesNotChangeTheConstructsOfTheLanguage(String construct, List<Object> inputs)
      throws Exception {
    String name = Constructs.class.getName() + '$' + construct;
    TracingLoader loader = TracingLoader.of(Constructs.class);

    for (Object input : inputs) {
      assertThat(ProbedLoader.run(loader.loadClass(name), input))
          .isEqualTo(ProbedLoader.run(Class.forName(name), input));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 8, 20})
  void wideVariablesKeepTheirValues(long input) {
    assertThat(TracingLoader.of(Compared.class).call(COMPARED, "wideVariables", input, 2.5))
        .isEqualTo(Compared.wideVariables(input, 2.5));
  }

  @Test
  void aSiteSaysWhereItIs() {
    List<Site> sites = TracingLoader.of(Compared.class).sites();

    assertThat(sites).hasSizeGreaterThan(30).allMatch(site -> site.line() > 0);
    assertThat(sites)
        .filteredOn(site -> site.method().equals("textConstant"))
        .singleElement()
        .satisfies(site -> assertThat(site.className()).isEqualTo(COMPARED));
  }

  @Test
  void initialisersAndBridgesAreNotTraced() {
    byte[] original = ProbedLoader.bytesOf(Compared.NotTraced.class);

    assertThat(ComparisonTracer.insert(original, TracingLoader.RECORDER, site -> 0)).isNull();
  }

  @ParameterizedTest
  @ValueSource(classes = {Compared.class, Runnable.class})
  void aClassStaysAsItIsWithoutRoomForItsSitesOrWithoutAny(Class<?> type) {
    byte[] original = ProbedLoader.bytesOf(type);
    byte[] traced =
        ComparisonTracer.insert(withoutArithmetic(original), TracingLoader.RECORDER, site -> -1);

    assertThat(traced).isNull();
  }

  /** The class without the methods that tell of their arithmetic too. */
  private static byte[] withoutArithmetic(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    type.methods.removeIf(
        m ->
            Arrays.stream(m.instructions.toArray())
                .anyMatch(n -> n.getOpcode() == Opcodes.IREM || n.getOpcode() == Opcodes.IAND));
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  @Test
  void aClassThatCannotBeReadIsAnError() {
    assertThatRuntimeException()
        .isThrownBy(() -> ComparisonTracer.insert(new byte[9], TracingLoader.RECORDER, site -> 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_2, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V17})
  void classesOfAnyVersionAreTraced(int version) {
    TracingLoader loader =
        new TracingLoader().add(GENERATED, generate(version, ComparisonTracerTest::countDown));

    assertThat(loader.call(GENERATED, "run", 3L)).isEqualTo(0L);
    assertThat(loader.trace(GENERATED, "run", 3L))
        .containsExactly(
            "NUMBERS 3 0 EQUALITY RIGHT []",
            "NUMBERS 2 0 EQUALITY RIGHT []",
            "NUMBERS 1 0 EQUALITY RIGHT []",
            "NUMBERS 0 0 EQUALITY RIGHT []");
    assertThat(loader.sites()).extracting(Site::line).containsExactly(0);
  }

  private static void countDown(MethodVisitor run) {
    Label start = new Label();
    Label end = new Label();
    run.visitLabel(start);
    run.visitVarInsn(Opcodes.LLOAD, 0);
    run.visitInsn(Opcodes.LCONST_0);
    run.visitInsn(Opcodes.LCMP);
    run.visitJumpInsn(Opcodes.IFEQ, end);
    run.visitVarInsn(Opcodes.LLOAD, 0);
    run.visitInsn(Opcodes.LCONST_1);
    run.visitInsn(Opcodes.LSUB);
    run.visitVarInsn(Opcodes.LSTORE, 0);
    run.visitJumpInsn(Opcodes.GOTO, start);
    run.visitLabel(end);
  }

  @Test
  void jumpsMayBecomeLongerThanTheirOffsetsAllow() {
    TracingLoader loader =
        new TracingLoader().add(GENERATED, generate(Opcodes.V17, run -> manyTests(run, 1500)));

    assertThat(loader.call(GENERATED, "run", 7L)).isEqualTo(7L);
    assertThat(loader.trace(GENERATED, "run", 7L)).hasSize(1500);
  }

  @Test
  void aMethodThatWouldBecomeTooLargeStaysAsItIs() {
    byte[] original = generate(Opcodes.V17, run -> manyTests(run, 6000));

    assertThat(ComparisonTracer.insert(original, TracingLoader.RECORDER, site -> 0)).isNull();
  }

  @Test
  void theOtherMethodsOfItsClassAreTraced() {
    byte[] original = generate(Opcodes.V17, run -> manyTests(run, 6000));
    TracingLoader loader = new TracingLoader().add(GENERATED, withSmallMethod(original));

    assertThat(loader.trace(GENERATED, "run", 7L)).isEmpty();
    assertThat(loader.trace(GENERATED, "small", 2L)).hasSize(3);
  }

  /** Adds a method that counts down. */
  private static byte[] withSmallMethod(byte[] classFile) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    ClassVisitor adding =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            writeMethod(cv, "small", ComparisonTracerTest::countDown);
            super.visitEnd();
          }
        };
    new ClassReader(classFile).accept(adding, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  /** Leaves by one test out of many, or none. */
  private static void manyTests(MethodVisitor run, int count) {
    Label end = new Label();
    for (int i = 0; i < count; i++) {
      run.visitVarInsn(Opcodes.LLOAD, 0);
      run.visitInsn(Opcodes.L2I);
      run.visitIntInsn(Opcodes.SIPUSH, -1 - i);
      run.visitJumpInsn(Opcodes.IF_ICMPEQ, end);
    }
    run.visitLabel(end);
  }

  @Test
  void aSwitchOverTypesTellsOfItsConstants() {
    TracingLoader loader = new TracingLoader();
    loader.add(GENERATED, generate(Opcodes.V17, run -> typeSwitch(run, Object.class)));

    ProbedLoader.check(loader.tracedBytes(GENERATED), getClass().getClassLoader());
    assertThat(loader.sites())
        .singleElement()
        .satisfies(site -> assertThat(site.wanted()).isEqualTo(List.of("GET", 404L)));
    assertThat(callsOf(loader.tracedBytes(GENERATED)))
        .containsExactly("words(Ljava/lang/Object;I)V");
  }

  @Test
  void aSwitchOverPrimitiveTypesIsNotTraced() {
    byte[] original = generate(Opcodes.V17, run -> typeSwitch(run, int.class));

    assertThat(ComparisonTracer.insert(original, TracingLoader.RECORDER, site -> 0)).isNull();
  }

  private static void typeSwitch(MethodVisitor run, Class<?> target) {
    if (target.isPrimitive()) {
      run.visitInsn(Opcodes.ICONST_1);
    } else {
      run.visitLdcInsn("target");
    }
    run.visitInsn(Opcodes.ICONST_0);
    run.visitInvokeDynamicInsn(
        "typeSwitch",
        Type.getMethodDescriptor(Type.INT_TYPE, Type.getType(target), Type.INT_TYPE),
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/runtime/SwitchBootstraps",
            "typeSwitch",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            false),
        Type.getType(String.class),
        "GET",
        404);
    run.visitInsn(Opcodes.POP);
  }

  /** The calls of the recorder. */
  private static List<String> callsOf(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    return type.methods.stream()
        .flatMap(m -> Arrays.stream(m.instructions.toArray()))
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .filter(call -> call.owner.equals(TracingLoader.RECORDER))
        .map(call -> call.name + call.desc)
        .toList();
  }

  /** A class with a method {@code long run(long)} that returns its parameter's last value. */
  private static byte[] generate(int version, Consumer<MethodVisitor> code) {
    int frames = version >= Opcodes.V1_6 ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS;
    ClassWriter writer = new ClassWriter(frames);
    String internalName = GENERATED.replace('.', '/');
    writer.visit(version, Opcodes.ACC_PUBLIC, internalName, null, "java/lang/Object", null);
    writeMethod(writer, "run", code);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Writes a static method that takes a long and returns what is then in its variable. */
  private static void writeMethod(ClassVisitor to, String name, Consumer<MethodVisitor> code) {
    MethodVisitor method = to.visitMethod(Opcodes.ACC_STATIC, name, "(J)J", null, null);
    method.visitCode();
    code.accept(method);
    method.visitVarInsn(Opcodes.LLOAD, 0);
    method.visitInsn(Opcodes.LRETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {ClassReader.class, Type.class, ObjectMapper.class, ReaderBasedJsonParser.class})
  void largeClassesPassTheVerifierWhenTheyAreTraced(Class<?> type) throws Exception {
    TracingLoader loader = TracingLoader.of(type);

    assertThat(loader.loadClass(type.getName()).getDeclaredMethods()).isNotEmpty(); // links it
    assertThat(loader.sites()).hasSizeGreaterThan(5);
  }
}
