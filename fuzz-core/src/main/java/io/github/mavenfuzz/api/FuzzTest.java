package io.github.mavenfuzz.api;

import io.github.mavenfuzz.junit.FuzzTestExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method as a fuzz target: the fuzzer calls it with ever new arguments and reports each
 * cause for which it throws.
 *
 * <pre>{@code
 * class ParserFuzz {
 *   @FuzzTest
 *   void survivesAnything(String text, boolean strict) {
 *     new Parser(strict).parse(text);
 *   }
 * }
 * }</pre>
 *
 * <p>The method takes one or more parameters, each a {@code byte[]}, a {@code String} or of a
 * primitive type. It is static, or its class is one that can be created without arguments. A thrown
 * exception or error is a failure, so what the tested code may throw is caught in the method.
 *
 * <p>To JUnit Jupiter the method is a test that runs once with each file in the test resources
 * {@code fuzz/<class>/<method>/}: the seeds that people put there and the crashers that the fuzzer
 * found. As for every Jupiter test, the method must then be neither private nor static. Without
 * Jupiter on the class path the annotation still marks a target: the JVM ignores annotations whose
 * types are missing, and the fuzzer itself needs none of them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FuzzTestExtension.class)
public @interface FuzzTest {}
