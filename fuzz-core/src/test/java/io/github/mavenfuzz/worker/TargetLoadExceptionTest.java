package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetLoadExceptionTest {

  static Stream<Throwable> lacking() {
    return Stream.of(
        new NoClassDefFoundError("com/code_intelligence/jazzer/api/FuzzedDataProvider"),
        new ClassNotFoundException("com.code_intelligence.jazzer.api.Jazzer"),
        new ExceptionInInitializerError(
            new NoClassDefFoundError("com/code_intelligence/jazzer/api/Jazzer")));
  }

  @ParameterizedTest
  @MethodSource("lacking")
  void saysThatJazzersApiIsMissing(Throwable thrown) {
    assertThat(new TargetLoadException("its class could not be loaded", thrown).explanation())
        .isEqualTo(
            "jazzer-api is not on the class path; add com.code-intelligence:jazzer-api to it (a"
                + " dependency in the scope test, or an element of --cp).");
  }

  @Test
  void showsWhatElseWasThrown() {
    Throwable thrown = new NoClassDefFoundError("com/example/Missing");

    assertThat(new TargetLoadException("its class could not be loaded", thrown).explanation())
        .startsWith(
            "its class could not be loaded: java.lang.NoClassDefFoundError: com/example/Missing");
  }

  @Test
  void isOneSentenceWhenNothingWasThrown() {
    assertThat(new TargetLoadException("its class is abstract", null).explanation())
        .isEqualTo("its class is abstract.");
  }
}
