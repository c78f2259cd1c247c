package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.probe.ProbedLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCallsTest {
  interface Constants {
    Exception KEPT = new Exception();
  }

  interface AlsoCode extends Comparable<AlsoCode> {
    String VERSION = Runtime.version().feature() > 17 ? "new" : "old";

    @Override
    default int compareTo(AlsoCode other) {
      return 0;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Constants.class, AlsoCode.class})
  void aRunThatInitialisesAClassRecordsStackTracesFromThereOn(Class<?> original) throws Exception {
    String name = original.getName();
    ProbedLoader loader = ProbedLoader.of(original, EngineCalls.DIRECT);
    StackTraces.omit();
    try {
      Class.forName(name, true, loader);

      assertThat(StackTraces.SWITCHES[StackTraces.OMITTED]).isFalse();
    } finally {
      StackTraces.keep();
    }
  }
}
