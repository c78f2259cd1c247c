package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.input.TargetPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets of classes that inherit them or are nested, as JUnit Jupiter has it. */
class InheritedTargetsTest {
  private static final String NESTED = "@org.junit.jupiter.api.Nested ";

  @TempDir private Path classes;

  @Test
  void areThoseOfEachConcreteClassAndOfNoAbstractOne() {
    TargetScan scan =
        scan(
            "abstract class Contract { @FuzzTest void m(int i) {} @FuzzTest private void p(int i) {} }",
            "abstract class Middle extends Contract {}",
            "class First extends Contract {}",
            "class Second extends Middle { @FuzzTest void own(int i) {} }");

    assertThat(Scans.targets(scan))
        .containsExactly(
            "p.First#m(int)",
            "p.First#p(int)",
            "p.Second#own(int)",
            "p.Second#m(int)",
            "p.Second#p(int)");
    assertThat(scan.unusable()).isEmpty();
    assertThat(scan.warnings()).isEmpty();
    assertThat(scan.targets().get(0).place())
        .isEqualTo(new TargetPlace(List.of("p.First"), "p.Contract", List.of("I")));
  }

  @Test
  void areThoseOfAConcreteClassAndOfItsSubclass() {
    TargetScan scan =
        scan("class Base { @FuzzTest public void m(int i) {} }", "class Sub extends Base {}");

    assertThat(Scans.targets(scan)).containsExactly("p.Base#m(int)", "p.Sub#m(int)");
  }

  @Test
  void comeFromTheDefaultMethodsOfInterfacesAtAnyDepthOnce() {
    TargetScan scan =
        scan(
            "interface Top { @FuzzTest default void m(int i) {} }",
            "interface Left extends Top {}",
            "interface Right extends Top { @FuzzTest default void r(int i) {} }",
            "class A implements Left, Right, Top {}",
            "class B extends A implements Top {}");

    assertThat(Scans.targets(scan))
        .containsExactly("p.A#r(int)", "p.A#m(int)", "p.B#r(int)", "p.B#m(int)");
  }

  @Test
  void areThoseOfTheNearestClassThatHasTheMethod() {
    TargetScan scan =
        scan(
            "interface Top { @FuzzTest default void m(int i) {} }",
            "interface Lower extends Top { @Override @FuzzTest default void m(int i) {} }",
            "class OfInterface implements Top, Lower {}",
            "class Base { public void m(int i) {} }",
            "class OfSuperclass extends Base implements Top {}",
            "class Own implements Top { @Override @FuzzTest public void m(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.OfInterface#m(int)", "p.Own#m(int)");
    assertThat(scan.targets().get(0).place().declaringClass()).isEqualTo("p.Lower");
    assertThat(scan.targets().get(1).place().declaringClass()).isEqualTo("p.Own");
  }

  @Test
  void areNoneWhenTheyAreOverriddenWithoutAnAnnotation() {
    TargetScan scan =
        scan(
            "abstract class Contract<T> { @FuzzTest void m(T t) {} @FuzzTest void n(int i) {} }",
            "class Sub extends Contract<String> { @Override void m(String s) {} }",
            "class Lowest extends Sub { @Override void n(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.Sub#n(int)");
    assertThat(scan.warnings()).isEmpty();
  }

  @Test
  void areWarnedOfWhenOnlyTheAbstractMethodIsAnnotated() {
    TargetScan scan =
        scan(
            "abstract class Contract { @FuzzTest abstract void m(int i); }",
            "class Forgets extends Contract { @Override void m(int i) {} }",
            "class Repeats extends Contract { @Override @FuzzTest void m(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.Repeats#m(int)");
    assertThat(Scans.warnings(scan))
        .containsExactly(
            "p.Forgets#m is no fuzz target, because only the abstract method of p.Contract is"
                + " annotated; annotate the one that overrides it");
  }

  @Test
  void stayWithTheirClassWhenTheyAreStatic() {
    TargetScan scan =
        scan(
            "abstract class Base { @FuzzTest static void m(int i) {}"
                + " public static void fuzzerTestOneInput(byte[] b) {} }",
            "class Sub extends Base {}");

    assertThat(Scans.targets(scan))
        .containsExactly("p.Base#m(int)", "p.Base#fuzzerTestOneInput(byte[])");
    assertThat(scan.targets().get(0).place().classes()).containsExactly("p.Base");
  }

  @Test
  void areNoneOfClassesThatJUnitTakesForNoTestClasses() {
    TargetScan scan =
        scan(
            "interface Contract { @FuzzTest default void m(int i) {} }",
            "enum Constant implements Contract { A }",
            """
            class Holder {
              Contract anonymous = new Contract() {};
              class Inner implements Contract {}
              void method() { class Local implements Contract {} }
              Runnable lambda = () -> {};
            }
            """);

    assertThat(scan.isEmpty()).isTrue();
    assertThat(scan.warnings()).isEmpty();
  }

  @Test
  void areAnErrorOfTheSubclassThatCannotRunThem() {
    TargetScan scan =
        scan(
            "abstract class Contract { @FuzzTest void m(int i) {} }",
            "class Bad extends Contract { Bad(int i) {} }",
            "class Good extends Contract {}");

    assertThat(Scans.targets(scan)).containsExactly("p.Good#m(int)");
    assertThat(scan.unusable()).map(UnusableTarget::id).containsExactly("p.Bad#m");
  }

  @Test
  void areAnErrorWhenTwoHaveOneName() {
    TargetScan scan =
        scan(
            "class Base { @FuzzTest void m(int i) {} }",
            "class Sub extends Base { @FuzzTest void m(String s) {} @FuzzTest void n(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.Base#m(int)", "p.Sub#n(int)");
    assertThat(Scans.problems(scan))
        .containsExactly("p.Sub has 2 fuzz targets named m; give each a name of its own");
  }

  @Test
  void areNoLossOfAClassWhoseSubclassesRunThem() {
    TargetScan scan =
        scan("class Base<T> { @FuzzTest void m(T t) {} }", "class Sub extends Base<String> {}");

    assertThat(Scans.targets(scan)).containsExactly("p.Sub#m(String)");
    assertThat(scan.unusable()).isEmpty();
    assertThat(Scans.warnings(scan))
        .singleElement()
        .asString()
        .startsWith("parameter \"t\" of p.Base#m is a T, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C<String>                    | String
          C<int[]>                     | int[]
          C<java.util.List<Integer>>   | List
          Pair<Integer, String>        | String, Integer
          Lists<Long>                  | List
          C<p.Box<String>>             | Box
          """)
  void takeTheTypesThatTheSubclassSays(String superclass, String types) {
    TargetScan scan =
        scan(
            "record Box<T>(T value) {}",
            "interface Base<T> { @FuzzTest default void one(T t) {} }",
            "abstract class C<E> implements Base<E> {}",
            "abstract class Lists<U> extends C<java.util.List<U>> {}",
            "abstract class Pair<A, T> { @FuzzTest void one(T t, A a) {} }",
            "class Sub extends " + superclass + " {}");

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(scan.targets().get(0).shape().toString().replaceAll("<.*>", "")).isEqualTo(types);
    assertThat(scan.targets().get(0).place().parameters()).contains("Ljava/lang/Object;");
  }

  @Test
  void haveTheBoundsThatTheSubclassSays() {
    TargetScan scan =
        scan(
            "abstract class Base<T> { @FuzzTest void m(T t, T[] many) {} }",
            "class Sub extends Base<@com.code_intelligence.jazzer.mutation.annotation.InRange(min ="
                + " 7) Integer> {}");

    assertThat(scan.targets().get(0).shape().zeroValues().get(0)).isEqualTo(7);
  }

  @Test
  void sayThatAVariableIsLeftOpen() {
    TargetScan scan =
        scan(
            "abstract class Base<T> { @FuzzTest void m(T t) {} }",
            "@SuppressWarnings(\"rawtypes\") class Raw extends Base {}",
            "abstract class Method<T> { @FuzzTest <T> void m(T t) {} }",
            "class OfMethod extends Method<String> {}");

    assertThat(scan.targets()).isEmpty();
    assertThat(Scans.problems(scan))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("parameter \"t\" of p.OfMethod#m is a T, "),
            p -> assertThat(p).startsWith("parameter \"t\" of p.Raw#m is a T, "));
  }

  @Test
  void areFoundInAJarOnTheClassPath(@TempDir Path other) throws IOException {
    new CompiledProject(other)
        .source(
            "q",
            "public abstract class Contract<T> { @io.github.mavenfuzz.api.FuzzTest"
                + " public void m(T t) {} }")
        .compile();
    Path jar = jar(other);
    new CompiledProject(classes)
        .source("class Sub extends q.Contract<String> {}")
        .classPath(other)
        .compile();

    assertThat(Scans.targets(TargetFinder.scan(List.of(classes), List.of(jar))))
        .containsExactly("p.Sub#m(String)");
    assertThat(TargetFinder.scan(List.of(classes), List.of()).isEmpty()).isTrue();
  }

  @Test
  void ofNestedClassesRunInTheInstancesAroundThem() {
    TargetScan scan =
        scan(
            "class A { %1$s class B { @FuzzTest void m(int i) {} %1$s class C { @FuzzTest void m(int i) {} } } }"
                .formatted(NESTED));

    assertThat(Scans.targets(scan)).containsExactly("p.A$B#m(int)", "p.A$B$C#m(int)");
    assertThat(scan.targets().get(1).place().classes()).containsExactly("p.A", "p.A$B", "p.A$B$C");
  }

  @Test
  void ofNestedClassesThatASubclassInheritsHaveItsName() {
    TargetScan scan =
        scan(
            """
            abstract class Contract<T> {
              %1$s class Empty {
                @FuzzTest void m(T t) {}
                %1$s class Deep { @FuzzTest void m(T t) {} }
              }
              %1$s class Hidden { @FuzzTest void m(int i) {} }
              class NoTestClass { }
            }
            """
                .formatted(NESTED),
            "class Sub extends Contract<String> { class Hidden {} }");

    assertThat(Scans.targets(scan))
        .containsExactly("p.Sub$Empty#m(String)", "p.Sub$Empty$Deep#m(String)");
    assertThat(scan.unusable()).isEmpty();
    assertThat(scan.targets().get(1).place())
        .isEqualTo(
            new TargetPlace(
                List.of("p.Sub", "p.Contract$Empty", "p.Contract$Empty$Deep"),
                "p.Contract$Empty$Deep",
                List.of("Ljava/lang/Object;")));
  }

  @Test
  void endWhereNestedClassesExtendWhatTheyAreIn() {
    TargetScan scan =
        scan(
            "abstract class Contract { @FuzzTest void m(int i) {} %1$s class Again extends Contract {} }"
                .formatted(NESTED),
            "class Sub extends Contract {}");

    assertThat(Scans.targets(scan)).containsExactly("p.Sub#m(int)", "p.Sub$Again#m(int)");
  }

  @Test
  void ofAnAbstractClassThatIsNamedAreExplained() {
    new CompiledProject(classes)
        .source("abstract class A { @FuzzTest void m(int i) {} }")
        .source("interface I { @FuzzTest default void m(int i) {} }")
        .compile();

    assertThatExceptionOfType(NoTargetException.class)
        .isThrownBy(() -> TargetFinder.scanClass(List.of(classes), "p.A"))
        .withMessage(
            "p.A#m cannot be called, because p.A is abstract; write a class that extends it, or"
                + " make the method static");
    assertThatExceptionOfType(NoTargetException.class)
        .isThrownBy(() -> TargetFinder.scanClass(List.of(classes), "p.I"))
        .withMessage(
            "p.I#m cannot be called, because p.I is an interface; write a class that implements"
                + " it, or make the method static");
  }

  private static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("all.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private TargetScan scan(String... sources) {
    CompiledProject project = new CompiledProject(classes);
    Arrays.stream(sources).forEach(project::source);
    project.compile();
    return TargetFinder.scan(List.of(classes), List.of());
  }
}
