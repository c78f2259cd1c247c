package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that an annotation of the project's own marks. */
class MetaAnnotationsTest {
  private static final String RUNTIME =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) ";

  @TempDir private Path classes;

  @Test
  void markTargetsAtAnyDepth() {
    TargetScan scan =
        scan(
            RUNTIME + "@FuzzTest @interface Nightly {}",
            RUNTIME + "@Nightly @Deprecated @interface Weekly {}",
            "class A { @Nightly void one(int i) {} @Weekly void two(int i) {}"
                + " @Deprecated void none(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.A#one(int)", "p.A#two(int)");
    assertThat(scan.warnings()).isEmpty();
  }

  @Test
  void mayCarryEachOtherInCircles() {
    TargetScan scan =
        scan(
            RUNTIME + "@Second @interface First {}",
            RUNTIME + "@First @Third @interface Second {}",
            RUNTIME + "@Third @FuzzTest @interface Third {}",
            RUNTIME + "@Empty @interface Empty {}",
            "class A { @First void one(int i) {} @Empty void none(int i) {} }");

    assertThat(Scans.targets(scan)).containsExactly("p.A#one(int)");
  }

  @Test
  void giveTheMethodTheFormOfTheAnnotationThatTheyCarry() {
    TargetScan scan =
        scan(
            RUNTIME + "@com.code_intelligence.jazzer.junit.FuzzTest @interface Theirs {}",
            RUNTIME + "@FuzzTest @interface Ours {}",
            "class A { @Theirs void theirs(String s) {} @Ours void ours(String s) {} }");

    assertThat(scan.targets())
        .map(t -> t.shape().types().get(0).getClass().getSimpleName())
        .containsExactly("NullableType", "LeafType");
  }

  @Test
  void makeNestedClassesOfInnerOnes() {
    TargetScan scan =
        scan(
            RUNTIME + "@org.junit.jupiter.api.Nested @interface Group {}",
            "class A { @Group class B { @FuzzTest void m(int i) {} } }");

    assertThat(Scans.targets(scan)).containsExactly("p.A$B#m(int)");
  }

  @Test
  void areWarnedOfWhenTheyAreNotThereAtRunTime() {
    TargetScan scan =
        scan("@FuzzTest @interface Nightly {}", "class A { @Nightly void one(int i) {} }");

    assertThat(scan.isEmpty()).isTrue();
    assertThat(Scans.warnings(scan))
        .containsExactly(
            "p.A#one is no fuzz target, because @p.Nightly is not there at run time; annotate that"
                + " with @Retention(RetentionPolicy.RUNTIME)");
  }

  private TargetScan scan(String... sources) {
    CompiledProject project =
        new CompiledProject(classes)
            .source(
                "com.code_intelligence.jazzer.junit", RUNTIME + "public @interface FuzzTest {}");
    Arrays.stream(sources).forEach(project::source);
    return TargetFinder.scan(List.of(project.compile()), List.of());
  }
}
