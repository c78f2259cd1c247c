package io.github.mavenfuzz.classname;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedNamesTest {
  private static final Set<String> WITH_FILE =
      Set.of("a.Sha256", "a.Rule17", "a.Outer$1", "a.Service");

  @ParameterizedTest
  @CsvSource({
    // the class, what stays of its name
    "a.Plain, a.Plain",
    "a.Sha256, a.Sha256",
    "a.Rule17, a.Rule17",
    "a.Rule18, a.Rule*",
    "a.Outer$1, a.Outer$1",
    "a.Outer$2, a.Outer$*",
    "a.Rule17$$Proxy5, a.Rule17$$Proxy*",
    "a.Service$HibernateProxy$x1f, a.Service$HibernateProxy$x*f",
    "gen12.Query3, gen*.Query*",
    "a.Script_5f3e2a_Impl, a.Script_*_Impl",
    "a.Script1$_run_closure2, a.Script*$_run_closure*",
    "Unit_0, Unit_*",
  })
  void aNumberCountsOnlyInTheNameOfAClassThatHasAFile(String className, String expected) {
    assertThat(GeneratedNames.stable(className, WITH_FILE::contains)).isEqualTo(expected);
  }

  /** As in Maven's JVM, which knows nothing of the target's classes. */
  @ParameterizedTest
  @CsvSource({"a.Rule19", "a.Outer$3", "a.B"})
  void namesStayWholeWhereNobodyKnowsWhichClassesHaveFiles(String className) {
    assertThat(GeneratedNames.stable(className)).isEqualTo(className);
  }
}
