package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.probe.ProbedLoader;
import org.junit.jupiter.api.Test;

/** What the changed class does is seen in {@link FuzzAgentTest}. */
class ThrowableTransformerTest {

  @Test
  void theChangedClassIsValid() {
    byte[] changed = ThrowableTransformer.rewrite(ProbedLoader.bytesOf(Throwable.class));

    ProbedLoader.check(changed, null);
  }

  @Test
  void aThrowableThatLooksOtherwiseStaysAsItIs() {
    assertThat(ThrowableTransformer.rewrite(ProbedLoader.bytesOf(Exception.class))).isNull();
  }

  @Test
  void noOtherClassIsChanged() {
    byte[] classFile = ProbedLoader.bytesOf(Throwable.class);

    assertThat(new ThrowableTransformer().transform(null, "java/lang/Error", null, null, classFile))
        .isNull();
  }
}
