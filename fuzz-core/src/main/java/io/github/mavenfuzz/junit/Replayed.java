package io.github.mavenfuzz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes {@code @FuzzTest}, which alone carries it, a test of JUnit Jupiter.
 *
 * <p>A compiler reads the annotations of an annotation that a source uses, and an annotation
 * processor may read one level more. javac warns of each that has a value and whose class is
 * missing. A project need not have Jupiter, so Jupiter's annotations are one level farther away;
 * Jupiter itself looks at any depth.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ReplayedByJupiter
public @interface Replayed {}
