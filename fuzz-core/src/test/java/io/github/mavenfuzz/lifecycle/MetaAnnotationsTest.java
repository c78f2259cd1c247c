package io.github.mavenfuzz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class MetaAnnotationsTest {
  private static final String DISABLED = Disabled.class.getName();

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @Second
  @interface First {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @First
  @Disabled("for now")
  @interface Second {}

  @First
  private static class Circling {}

  private static class Plain {}

  @Test
  void findsAnnotationsOfAnnotationsThatCarryEachOther() {
    assertThat(MetaAnnotations.isOn(Circling.class, DISABLED)).isTrue();
    assertThat(MetaAnnotations.isOn(Plain.class, DISABLED)).isFalse();
  }

  @Test
  void readsAnElementByItsName() {
    assertThat(MetaAnnotations.value(Circling.class, DISABLED, "value")).contains("for now");
    assertThat(MetaAnnotations.value(Circling.class, DISABLED, "since")).isEmpty();
    assertThat(MetaAnnotations.value(Plain.class, DISABLED, "value")).isEmpty();
  }
}
