package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.example.targets.Targets;
import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import io.github.mavenfuzz.probe.Constructs;
import io.github.mavenfuzz.probe.ProbeInserter;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class CoverageTransformerTest {
  private static final ClassLoader LOADER = CoverageTransformerTest.class.getClassLoader();
  private static final ClassLoader HIDING = new ProbedLoader(0);
  private static final String WITH_FILE = Type.getInternalName(Targets.class);
  private static final byte[] CLASS_FILE = ProbedLoader.bytesOf(Constructs.IfElse.class);

  private final ProbeRegistry registry = new ProbeRegistry(5);
  private final CoverageTransformer transformer =
      new CoverageTransformer(
          new ClassFilter(List.of(), List.of("com.example.no.*")),
          loader -> loader == HIDING ? Optional.empty() : Optional.of(Callees.DIRECT),
          new ClassFiles(),
          registry);

  private byte[] transform(ClassLoader loader, String name, byte[] classFile) {
    return transformer.transform(loader, name, null, null, classFile);
  }

  @Test
  void aClassIsNumberedByItsNameAndItsBytesBefore() {
    byte[] transformed = transform(LOADER, "com/example/Yes", CLASS_FILE);

    CRC32 crc = new CRC32();
    crc.update(CLASS_FILE);
    assertThat(transformed)
        .isEqualTo(ProbeInserter.insert(CLASS_FILE, EngineCalls.DIRECT, count -> 0));
    assertThat(registry.drainNew())
        .containsExactly(new ClassProbes("com.example.Yes", crc.getValue(), 0, 3));
    assertThat(registry.uninstrumented()).isZero();
  }

  @Test
  void classesOfTheJdkAreToldByTheirModule() {
    Module project = LOADER.getUnnamedModule();
    Module jdk = Object.class.getModule();

    assertThat(transformer.transform(jdk, LOADER, "javax/x/Yes", null, null, CLASS_FILE)).isNull();
    assertThat(transformer.transform(project, LOADER, "com/example/Yes", null, null, CLASS_FILE))
        .isNotNull();
  }

  @Test
  void aClassLoadedBySecondLoaderIsTheSame() {
    byte[] transformed = transform(LOADER, WITH_FILE, CLASS_FILE);

    assertThat(transform(new ProbedLoader(0), WITH_FILE, CLASS_FILE)).isEqualTo(transformed);
    assertThat(registry.used()).isEqualTo(3);
  }

  @Test
  void classesMadeUnderNumberedNamesShareTheirProbesWhenTheirCodeHasTheSameShape() {
    byte[] first = transform(LOADER, "com/example/Rule1", CLASS_FILE);

    assertThat(transform(LOADER, "com/example/Rule22", CLASS_FILE)).isEqualTo(first);
    assertThat(transform(new ProbedLoader(0), "com/example/Rule333", CLASS_FILE)).isEqualTo(first);
    assertThat(registry.drainNew())
        .singleElement()
        .satisfies(probes -> assertThat(probes.className()).isEqualTo("com.example.Rule*"));
  }

  @Test
  void aClassRedefinedAsItWasKeepsItsProbes() {
    byte[] transformed = transform(LOADER, WITH_FILE, CLASS_FILE);

    assertThat(transformer.transform(LOADER, WITH_FILE, Targets.class, null, CLASS_FILE))
        .isEqualTo(transformed);
  }

  @Test
  void aClassRedefinedAgainAndAgainWithOtherConstantsHasOneMoreSetOfProbes() {
    ProbeRegistry roomy = new ProbeRegistry(1000);
    CoverageTransformer redefining =
        new CoverageTransformer(
            new ClassFilter(List.of(), List.of()),
            loader -> Optional.of(Callees.DIRECT),
            new ClassFiles(),
            roomy);
    redefining.transform(LOADER, WITH_FILE, null, null, CLASS_FILE);
    for (int i = 0; i < 100; i++) {
      byte[] changed = withConstant("other" + i);
      redefining.transform(LOADER, WITH_FILE, Targets.class, null, changed);
    }

    assertThat(roomy.used()).isEqualTo(6);
  }

  /** The class with another constant in place of one. */
  private static byte[] withConstant(String constant) {
    ClassReader reader = new ClassReader(CLASS_FILE);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String generics, String[] exceptions) {
            return new MethodVisitor(
                api, super.visitMethod(access, name, descriptor, generics, exceptions)) {
              @Override
              public void visitLdcInsn(Object value) {
                super.visitLdcInsn(value.equals("other") ? constant : value);
              }
            };
          }
        },
        0);
    return writer.toByteArray();
  }

  @Test
  void aClassOfALoaderThatHidesTheEngineStaysAsItIsAndIsToldOf() {
    assertThat(transform(HIDING, "com/example/Plugin", CLASS_FILE)).isNull();
    assertThat(registry.uninstrumented()).isEqualTo(1);
    assertThat(registry.leftOut().drain())
        .containsExactly(new LeftOut(Reason.BY_LOADER, "com.example.Plugin", 1));
    assertThat(registry.leftOut().drain()).isEmpty();
  }

  @Test
  void whatIsLeftOutIsCountedByItsReason() {
    transform(LOADER, "com/example/no/A", CLASS_FILE);
    transform(LOADER, "com/example/no/B", CLASS_FILE);
    transform(LOADER, "org/hamcrest/C", CLASS_FILE);
    transform(LOADER, "org/hamcrest/core/D", CLASS_FILE);
    transform(null, "com/example/E", CLASS_FILE);
    transform(LOADER, "java/util/F", CLASS_FILE);

    assertThat(registry.leftOut().drain())
        .containsExactlyInAnyOrder(
            new LeftOut(Reason.BY_EXCLUDES, "com.example.no.A", 2),
            new LeftOut(Reason.BY_DEFAULT, "org.hamcrest.", 2),
            new LeftOut(Reason.BY_BOOT_LOADER, "com.example.E", 1));
  }

  static Stream<Arguments> classesOfOthers() {
    return Stream.of(
        arguments("of the JVM", null, "com/example/Yes"),
        arguments("of the JDK", ClassLoader.getPlatformClassLoader(), "com/example/Yes"),
        arguments("hidden", LOADER, null),
        arguments("excluded", LOADER, "com/example/no/Excluded"),
        arguments("of the engine", LOADER, "io/github/mavenfuzz/worker/WorkerMain"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classesOfOthers")
  void classesThatAreNotOfTheTargetStayAsTheyAre(
      String description, ClassLoader loader, String name) {
    assertThat(transform(loader, name, CLASS_FILE)).isNull();
    assertThat(registry.used()).isZero();
    assertThat(registry.uninstrumented()).isZero();
  }

  static Stream<Arguments> unreadable() {
    byte[] fromTheFuture = CLASS_FILE.clone();
    fromTheFuture[6] = 1; // the high byte of the class file version
    byte[] cut = new byte[CLASS_FILE.length / 2];
    System.arraycopy(CLASS_FILE, 0, cut, 0, cut.length);
    return Stream.of(
        arguments("empty", new byte[0]),
        arguments("cut", cut),
        arguments("of a future version", fromTheFuture),
        arguments("with more probes than there is room", ProbedLoader.bytesOf(ClassReader.class)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void aClassThatCannotBeInstrumentedStaysAsItIsAndIsCounted(String description, byte[] classFile) {
    assertThat(transform(LOADER, "com/example/Bad", classFile)).isNull();
    assertThat(registry.used()).isZero();
    assertThat(registry.uninstrumented()).isEqualTo(1);

    assertThat(transform(LOADER, "com/example/Yes", CLASS_FILE)).isNotNull();
  }

  @Test
  void classesForWhichThereIsNoRoomRunAsTheyAreAndTheOthersGoOn() {
    byte[] first = transform(LOADER, WITH_FILE, CLASS_FILE);

    for (int i = 0; i < 1000; i++) {
      assertThat(transform(LOADER, "com/example/Proxy" + i, CLASS_FILE)).isNull();
    }

    assertThat(registry.uninstrumented()).isEqualTo(1000);
    assertThat(registry.used()).isEqualTo(3);
    assertThat(registry.drainNew()).hasSize(1);
    assertThat(transform(new ProbedLoader(0), WITH_FILE, CLASS_FILE)).isEqualTo(first);
  }

  @Test
  void aClassWithoutCodeIsNotCountedAsFailed() {
    assertThat(transform(LOADER, "com/example/Yes", ProbedLoader.bytesOf(Runnable.class))).isNull();
    assertThat(registry.uninstrumented()).isZero();
  }
}
