package io.github.mavenfuzz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code @FuzzTest} carries to be a test of JUnit Jupiter; nobody else does.
 *
 * <p>A compiler reads the annotations of an annotation that a source uses, an annotation processor
 * perhaps those of these as well, and javac warns of each whose class is missing and that has a
 * value. So Jupiter's, which a project need not have, are one level farther away; Jupiter itself
 * looks at any depth.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ReplayedByJupiter
public @interface Replayed {}
