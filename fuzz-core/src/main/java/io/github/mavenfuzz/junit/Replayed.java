package io.github.mavenfuzz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What {@code @FuzzTest} is to JUnit Jupiter: a template of tests, one for each input. Nobody but
 * that annotation carries it.
 *
 * <p>It stands between the two because a compiler reads the annotations of an annotation that a
 * source uses, but not those of these in turn. So javac does not look for Jupiter where it is not
 * on the class path, and has nothing to warn of; Jupiter itself looks at any depth.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FuzzTestExtension.class)
public @interface Replayed {}
