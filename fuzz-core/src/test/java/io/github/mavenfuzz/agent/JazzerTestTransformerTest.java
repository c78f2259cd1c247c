package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.junit.Replayed;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

class JazzerTestTransformerTest {
  @Retention(RetentionPolicy.RUNTIME)
  @Deprecated
  @interface Original {
    long maxDuration() default 5;
  }

  @Test
  void ourAnnotationTakesThePlaceOfWhatJazzersCarries() throws Exception {
    String file = '/' + Type.getInternalName(Original.class) + ".class";
    byte[] bytes = Original.class.getResourceAsStream(file).readAllBytes();

    Class<?> rewritten = define(JazzerTestTransformer.rewrite(bytes));

    assertThat(Arrays.stream(rewritten.getAnnotations()).map(Annotation::annotationType))
        .containsExactlyInAnyOrder(Retention.class, Replayed.class);
    assertThat(rewritten.getMethod("maxDuration").getDefaultValue()).isEqualTo(5L);
  }

  @Test
  void onlyThatAnnotationIsChanged() {
    assertThat(
            new JazzerTestTransformer()
                .transform(null, "com/example/FuzzTest", null, null, new byte[0]))
        .isNull();
  }

  @Test
  void theNameOfOursIsThatOfTheClass() {
    assertThat(JazzerTestTransformer.OURS).isEqualTo(Replayed.class.descriptorString());
  }

  private static Class<?> define(byte[] bytes) {
    return new ClassLoader(JazzerTestTransformerTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(null, bytes, 0, bytes.length);
      }
    }.define();
  }
}
