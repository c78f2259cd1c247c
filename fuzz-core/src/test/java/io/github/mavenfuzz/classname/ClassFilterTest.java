package io.github.mavenfuzz.classname;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFilterTest {

  @ParameterizedTest
  @CsvSource({
    // pattern, class, matches
    "a.B, a.B, true",
    "a.B, a.B$C, true",
    "a.B, a.B$C$1, true",
    "a.B, a.Bc, false",
    "a.B, a.b, false",
    "a.B, x.a.B, false",
    "a.B$C, a.B, false",
    "a.B$C, a.B$C, true",
    "a.*, a.B, true",
    "a.*, a.B$C, true",
    "a.*, a.b.C, false",
    "a.*, ab.C, false",
    "a.**, a.B, true",
    "a.**, a.b.c.D$E, true",
    "a.**, a, false",
    "**, Main, true",
    "**, a.b.C, true",
    "*, Main, true",
    "*, a.Main, false",
    "**.Json*, a.b.JsonReader, true",
    "**.Json*, JsonReader, false",
    "**Json*, JsonReader, true",
    "a.*Test, a.MyTest, true",
    "a.*Test, a.MyTests, false",
    "a.*.C, a.b.C, true",
    "a.*.C, a.b.b.C, false",
    "a.**.C, a.b.b.C, true",
    "a.***, a.b.C, true",
    "a.(B), a.(B), true",
    "a.[BC], a.B, false",
    "a\\Q.B, a\\Q.B, true",
    "a.B?, a.B, false",
    "größe.*, größe.名前, true",
  })
  void aStarStaysInItsPackageAndTwoStarsDoNot(String pattern, String name, boolean expected) {
    assertThat(ClassFilter.matches(pattern, name)).isEqualTo(expected);
    assertThat(new ClassFilter(List.of(pattern), List.of()).accepts(name)).isEqualTo(expected);
    assertThat(new ClassFilter(List.of(), List.of(pattern)).accepts(name)).isEqualTo(!expected);
  }

  @Test
  void takesAllClassesWithoutIncludes() {
    assertThat(new ClassFilter(List.of(), List.of()).accepts("a.B")).isTrue();
  }

  @Test
  void anExcludeWinsOverAnInclude() {
    ClassFilter filter = new ClassFilter(List.of("a.**", "b.C"), List.of("a.b.*", "x.Y"));

    assertThat(filter.accepts("a.B")).isTrue();
    assertThat(filter.accepts("b.C")).isTrue();
    assertThat(filter.accepts("a.b.C")).isFalse();
    assertThat(filter.accepts("b.D")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.List",
        "jdk.internal.misc.Unsafe",
        "sun.reflect.GeneratedConstructorAccessor1",
        "com.sun.proxy.$Proxy1",
        "io.github.mavenfuzz.worker.WorkerMain",
        "io.github.mavenfuzz.shaded.jackson.core.JsonFactory"
      })
  void neverTakesTheJdkOrTheEngineWhateverIsIncluded(String name) {
    ClassFilter filter = new ClassFilter(List.of(name, "**"), List.of());

    assertThat(filter.judge(name)).isEqualTo(ClassFilter.Verdict.NEVER);
  }

  @ParameterizedTest
  @CsvSource({
    // include, class, verdict
    "org.hamcrest.**, org.hamcrest.core.Is, ACCEPTED",
    "org.hamcrest**, org.hamcrest.core.Is, ACCEPTED",
    "org.hamcrest.core.Is, org.hamcrest.core.Is, ACCEPTED",
    "org.hamcrest.core.Is, org.hamcrest.core.IsNot, BY_INCLUDES",
    "org.hamcrest.**, org.junit.Assert, BY_DEFAULT",
    "org.**, org.hamcrest.core.Is, BY_DEFAULT",
    "**, org.junit.jupiter.api.Assertions, BY_DEFAULT",
    "**Is, org.hamcrest.core.Is, BY_DEFAULT",
    "org.mockito.**, org.mockito.Mockito, ACCEPTED",
    "net.bytebuddy.**, net.bytebuddy.ByteBuddy, ACCEPTED",
    "org.junit.**, org.junit.jupiter.api.Assertions, ACCEPTED",
    "org.jacoco.**, org.jacoco.agent.rt.RT, ACCEPTED",
  })
  void takesATestFrameworkOnlyWhenAnIncludeNamesIt(
      String include, String name, ClassFilter.Verdict expected) {
    assertThat(new ClassFilter(List.of(include), List.of()).judge(name)).isEqualTo(expected);
  }

  @Test
  void leavesTestFrameworksOutByDefaultAndWhenAnExcludeSaysSo() {
    ClassFilter byDefault = new ClassFilter(List.of(), List.of());
    ClassFilter excluded = new ClassFilter(List.of("org.hamcrest.**"), List.of("**.core.*"));

    assertThat(byDefault.judge("org.hamcrest.core.Is")).isEqualTo(ClassFilter.Verdict.BY_DEFAULT);
    assertThat(excluded.judge("org.hamcrest.core.Is")).isEqualTo(ClassFilter.Verdict.BY_EXCLUDES);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "java.util.**, the JDK",
        "java**, the JDK",
        "jdk.internal.Foo, the JDK",
        "io.github.mavenfuzz.**, the fuzzer",
        "javax.**, none",
        "org.**, none",
        "**, none",
      })
  void saysWhichIncludesAreOfNoUse(String include, String expected) {
    assertThat(ClassFilter.uselessBecauseOf(include)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.mail.A",
        "com.sun.mail.A",
        "sun.A",
        "javafoo.A",
        "javaxy.A",
        "junitish.A",
        "com.sunny.A",
        "io.github.mavenfuzzy.A"
      })
  void takesClassesWhosePackageOnlyBeginsLikeOneOfThose(String name) {
    assertThat(new ClassFilter(List.of(), List.of()).accepts(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.$Proxy12",
        "$Proxy3",
        "a.Service$$EnhancerBySpringCGLIB$$1a2b",
        "a.B$$FastClassByGuice$$7",
        "a.B$$SpringCGLIB$$0",
        "a.Entity$ByteBuddy$x1",
        "a.B$MockitoMock$123"
      })
  void neverTakesWhatIsGeneratedAtRunTimeUnderNumberedNames(String name) {
    assertThat(new ClassFilter(List.of(), List.of()).accepts(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.$ProxyFactory", "a.Proxy1", "a.B$$anonfun$1", "a.ByteBuddy"})
  void takesClassesThatOnlyLookGenerated(String name) {
    assertThat(new ClassFilter(List.of(), List.of()).accepts(name)).isTrue();
  }
}
