package io.github.mavenfuzz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A template of tests for JUnit Jupiter, one for each input of a target. Only {@link Replayed}
 * carries it.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FuzzTestExtension.class)
public @interface ReplayedByJupiter {}
