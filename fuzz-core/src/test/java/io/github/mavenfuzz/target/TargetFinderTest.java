package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.api.FuzzTest;
import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class TargetFinderTest {
  @TempDir private Path classes;

  @Test
  void findsTargetsByClassThenInTheOrderOfDeclaration() {
    TargetScan scan =
        scan(
            """
            class Zebra {
              @FuzzTest void second(String s, long l, byte[] b) {}
              @FuzzTest public static int first(boolean b) { return 0; }
              @FuzzTest private void third(double d) {}
              void other(int i) {}
            }
            """,
            """
            public class Ape {
              private Ape() {}
              static class Nested { @FuzzTest protected void deep(char c) throws Exception {} }
              @FuzzTest void plain(int i) {}
            }
            """);

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets())
        .map(t -> t.id() + '(' + t.shape() + ')')
        .containsExactly(
            "p.Ape#plain(int)",
            "p.Ape$Nested#deep(char)",
            "p.Zebra#second(String, long, byte[])",
            "p.Zebra#first(boolean)",
            "p.Zebra#third(double)");
  }

  @Test
  void loadsNoClass() throws IOException {
    new CompiledProject(classes)
        .source("class Gone {}")
        .source(
            """
            class Bomb extends Gone {
              static { if (true) throw new AssertionError("initialised"); }
              @FuzzTest void ticks(int i) {}
            }
            """)
        .compile();
    Files.delete(classes.resolve("p/Gone.class")); // without it the JVM cannot load Bomb

    assertThat(scan().targets()).map(FuzzTarget::id).containsExactly("p.Bomb#ticks");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "class A { @FuzzTest void m(java.util.List<Thread> in) {} }",
            "parameter \"in\" of p.A#m is a java.util.List<java.lang.Thread>, but the fuzzer cannot"
                + " make the java.lang.Thread; these types work: "
                + TypeReader.SUPPORTED),
        arguments(
            "class A { @FuzzTest static void m(long a, double b, Class<?> c) { } }",
            "parameter \"c\" of p.A#m is a java.lang.Class<?>, which the fuzzer cannot make; these"
                + " types work: "
                + TypeReader.SUPPORTED),
        arguments(
            "class A { @FuzzTest void m(int a, Number b) { int c = a; { int d = c; } } }",
            "parameter \"b\" of p.A#m is a java.lang.Number, which the fuzzer cannot make; these"
                + " types work: "
                + TypeReader.SUPPORTED),
        arguments(
            "class A { @FuzzTest void m() {} }",
            "p.A#m takes no parameter that a fuzzer could vary; give it one or more of these types: "
                + TypeReader.SUPPORTED),
        arguments(
            "class A { class B { @FuzzTest void m(int i) {} } }",
            "p.A$B#m cannot be called, because p.A$B is an inner class; make that class static, or"
                + " annotate it with JUnit's @Nested"),
        arguments(
            "class A { A(int i) {} @org.junit.jupiter.api.Nested class B { @FuzzTest void m(int i)"
                + " {} } }",
            "p.A$B#m cannot be called, because p.A has no constructor without parameters; add one,"
                + " or make the method static"),
        arguments(
            "class A { A(int i) {} @FuzzTest void m(int i) {} }",
            "p.A#m cannot be called, because p.A has no constructor without parameters; add one,"
                + " or make the method static"),
        arguments(
            "enum A { X; @FuzzTest void m(int i) {} }",
            "p.A#m cannot be called, because p.A has no constructor without parameters; add one,"
                + " or make the method static"),
        arguments(
            "class A { Object o() { return new Object() { @FuzzTest void m(int i) {} }; } }",
            "p.A$1#m cannot be called, because p.A$1 is a local or anonymous class; move the method"
                + " to a class that is not"),
        arguments(
            "class A { @FuzzTest void m(int i) {} @FuzzTest void m(long l) {} }",
            "p.A has 2 fuzz targets named m; give each a name of its own"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void explainsWhyAMethodCannotBeATarget(String source, String problem) {
    TargetScan scan = scan(source, "class Good { @FuzzTest void fine(int i) {} }");

    assertThat(Scans.problems(scan)).containsExactly(problem);
    assertThat(scan.targets()).map(FuzzTarget::id).containsExactly("p.Good#fine");
  }

  @Test
  void hidesNoTargetBehindABadOneInTheSameClass() {
    TargetScan scan =
        scan(
            """
            class A {
              @FuzzTest void bad(Object o, int fine, Thread t) {}
              @FuzzTest void good(int i) {}
              @FuzzTest void worse() {}
            }
            """);

    assertThat(scan.targets()).map(FuzzTarget::id).containsExactly("p.A#good");
    assertThat(Scans.problems(scan))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("parameter \"o\" of p.A#bad is a java.lang.Object"),
            p -> assertThat(p).startsWith("parameter \"t\" of p.A#bad is a java.lang.Thread"),
            p -> assertThat(p).startsWith("p.A#worse takes no parameter"));
  }

  @Test
  void numbersParametersWhoseNamesTheCompilerLeftOut() {
    new CompiledProject(classes)
        .source("class A { @FuzzTest void m(int i, Object o) { Object x = o; } }")
        .option("-g:none")
        .compile();

    assertThat(Scans.problems(scan()))
        .singleElement()
        .asString()
        .startsWith("parameter 2 of p.A#m is a java.lang.Object");
  }

  @Test
  void takesTheNamesThatTheCompilerKeptForReflection() {
    new CompiledProject(classes)
        .source("abstract class A { @FuzzTest static void m(int i, Object o) {} }")
        .option("-g:none")
        .option("-parameters")
        .compile();

    assertThat(Scans.problems(scan()))
        .singleElement()
        .asString()
        .startsWith("parameter \"o\" of p.A#m is a java.lang.Object");
  }

  @Test
  void callsStaticMethodsOfClassesThatCannotBeCreated() {
    TargetScan scan =
        scan(
            "abstract class A { A(int i) {} @FuzzTest static void m(int i) {} }",
            "interface I { @FuzzTest static void m(int i) {} }");

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets()).map(FuzzTarget::id).containsExactly("p.A#m", "p.I#m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { A(org.junit.jupiter.api.TestInfo t) {} @FuzzTest void m(int i) {} }",
        "class A { A(@org.junit.jupiter.api.io.TempDir java.io.File f) {} @FuzzTest void m(int i)"
            + " {} }",
        "@org.junit.jupiter.api.extension.ExtendWith({}) class B {} class A extends B { A(String s)"
            + " {} @FuzzTest void m(int i) {} }",
        "@org.junit.jupiter.api.extension.ExtendWith({}) interface B {} class A implements B {"
            + " A(String s) {} @FuzzTest void m(int i) {} }",
        "class O { @org.junit.jupiter.api.Nested class A { A(org.junit.jupiter.api.TestInfo t) {}"
            + " @FuzzTest void m(int i) {} } }",
      })
  void leavesToJupiterWhatOnlyThatCanPassToAConstructor(String source) {
    TargetScan scan = scan(source);

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets()).hasSize(1);
  }

  @Test
  void passesOverBridgesToWhichTheCompilerCopiesTheAnnotation() {
    TargetScan scan =
        scan(
            """
            class A implements java.util.function.Consumer<String> {
              @FuzzTest public void accept(String s) {}
              void accept(int overloadThatIsNoTarget) {}
            }
            """);

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets()).map(FuzzTarget::id).containsExactly("p.A#accept");
  }

  @Test
  void takesTheFirstOfTwoClassesWithOneName(@TempDir Path first) {
    new CompiledProject(first).source("class A { void m(int i) {} }").compile();
    new CompiledProject(classes).source("class A { @FuzzTest void m(int i) {} }").compile();

    assertThat(TargetFinder.scan(List.of(first, classes), List.of()).targets()).isEmpty();
    assertThat(TargetFinder.scan(List.of(classes, first), List.of()).targets()).hasSize(1);
  }

  @Test
  void findsNothingInADirectoryThatDoesNotExist() {
    TargetScan scan = TargetFinder.scan(List.of(classes.resolve("test-classes")), List.of());

    assertThat(scan).isEqualTo(new TargetScan(List.of(), List.of(), List.of()));
  }

  @Test
  void namesFilesThatAreNoClassFilesAndGoesOn() throws IOException {
    byte[] good =
        new CompiledProject(classes)
            .source("class Good { @FuzzTest void fine(int i) {} }")
            .compile("Good");
    Path empty = Files.createFile(classes.resolve("Empty.class"));
    Path truncated = Files.write(classes.resolve("Short.class"), Arrays.copyOf(good, 60));
    byte[] newer = good.clone();
    newer[7] = (byte) 200;
    Path future = Files.write(classes.resolve("Future.class"), newer);
    Path gone = Files.createSymbolicLink(classes.resolve("Gone.class"), Path.of("nowhere"));
    Files.writeString(classes.resolve("notes.txt"), "not a class file, nor named like one");

    TargetScan scan = scan();

    assertThat(scan.targets()).map(FuzzTarget::id).containsExactly("p.Good#fine");
    assertThat(scan.unusable()).isEmpty();
    assertThat(Scans.warnings(scan))
        .containsExactlyInAnyOrder(
            "the class file " + empty + " is not a class file, so its targets are not found",
            "the class file " + truncated + " is corrupt, so its targets are not found",
            "the class file "
                + future
                + " is of a Java version that the fuzzer does not know yet, so its targets are not"
                + " found",
            gone
                + " cannot be searched for fuzz targets, because it cannot be read:"
                + " java.nio.file.NoSuchFileException: "
                + gone);
  }

  /** Such a class cannot be loaded, which the worker JVM says in the JVM's words. */
  @Test
  void aReferenceToNothingThatNoCodeUsesHidesNoTarget() throws IOException {
    byte[] intact =
        new CompiledProject(classes).source("class A { @FuzzTest void m(int i) {} }").compile("A");
    ClassReader reader = new ClassReader(intact);
    ByteBuffer damaged = ByteBuffer.allocate(intact.length + 3);
    damaged.put(intact, 0, reader.header).put((byte) 7).putShort((short) 4900);
    damaged.put(intact, reader.header, intact.length - reader.header);
    damaged.putShort(8, (short) (reader.getItemCount() + 1));
    Files.write(classes.resolve("p/A.class"), damaged.array());

    assertThat(scan().targets()).map(FuzzTarget::id).containsExactly("p.A#m");
  }

  @Test
  void survivesEveryDamageToAClassFile() throws IOException {
    byte[] intact =
        new CompiledProject(classes)
            .source("class Hurt { @FuzzTest void m(int i, String s) { while (i-- > 0) s += i; } }")
            .source("class Well { @FuzzTest void fine(int i) {} }")
            .compile("Hurt");
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = intact.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(classes.resolve("p/Hurt.class"), damaged);

      assertThat(scan().targets()).map(FuzzTarget::id).contains("p.Well#fine");
    }
  }

  static Stream<Arguments> names() {
    return Stream.of(
        arguments("p/A", "parses all of (x)?"),
        arguments("p/A", "a\\b"),
        arguments("p/A", "x".repeat(300)),
        arguments("p/A", "line\nfeed"),
        arguments("p\\A", "m"),
        arguments("p:A", "*"),
        arguments("CON", "nul"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesATargetOfAnyNameADirectory(String className, String method) throws IOException {
    Path file = classes.resolve(className + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, classWithTarget(className, method));

    TargetScan scan = scan();

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(Scans.warnings(scan)).isEmpty();
    Path directory = classes.resolve(scan.targets().get(0).relativeDirectory()).normalize();
    assertThat(directory.getParent().getParent()).isEqualTo(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "/abs", "..", "", "..//", "p/A", "p\\B", "p/B/C"})
  void skipsAClassFileThatIsNotWhereItsNameSays(String className) throws IOException {
    Path file = Files.createDirectories(classes.resolve("p")).resolve("B.class");
    Files.write(file, classWithTarget(className, "m"));

    TargetScan scan = scan();

    assertThat(scan.targets()).isEmpty();
    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(Scans.warnings(scan))
        .containsExactly(
            "the class file %s is that of %s, which no JVM looks for there; its targets are not run"
                .formatted(file, className.replace('/', '.')));
    assertThatExceptionOfType(NoTargetException.class)
        .isThrownBy(() -> TargetFinder.scanClass(List.of(classes), "p.B"))
        .withMessage("the class file of p.B is that of " + className.replace('/', '.'));
  }

  @Test
  void refusesANameThatIsNoText() throws IOException {
    Files.write(classes.resolve("A.class"), classWithTarget("A", "half \ud83d"));

    assertThat(scan().targets()).isEmpty();
    assertThat(Scans.problems(scan()))
        .containsExactly("A#half \ud83d has half a character in its name; rename it");
  }

  @Test
  void warnsOfTargetsThatSomeFileSystemsTakeForOne() {
    TargetScan scan =
        scan("class Case { @FuzzTest void parse(int i) {} @FuzzTest void Parse(int i) {} }");

    assertThat(scan.targets()).hasSize(2);
    assertThat(Scans.warnings(scan))
        .containsExactly(
            "p.Case#parse and p.Case#Parse share their inputs where names of directories do not"
                + " differ by upper and lower case; rename one");
  }

  private static byte[] classWithTarget(String className, String method) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, className, null, "java/lang/Object", null);
    MethodVisitor target =
        writer.visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, method, "(I)V", null, null);
    target.visitAnnotation(FuzzTest.class.descriptorString(), true).visitEnd();
    target.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private TargetScan scan(String... sources) {
    CompiledProject project = new CompiledProject(classes);
    Arrays.stream(sources).forEach(project::source);
    project.compile();
    return scan();
  }

  private TargetScan scan() {
    return TargetFinder.scan(List.of(classes), List.of());
  }
}
