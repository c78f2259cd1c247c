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
 * class ParserFuzzTest {
 *   @FuzzTest
 *   void survivesAnything(String text, boolean strict) {
 *     new Parser(strict).parse(text);
 *   }
 * }
 * }</pre>
 *
 * <p>The method takes one or more parameters: {@code byte[]}, {@code String}, primitive types,
 * enums, records, arrays, collections and more, as the plugin's site lists them. Nothing is null
 * unless it is annotated {@code Nullable}. The method is of any visibility; it is static, or its
 * class is one that can be created without arguments. A thrown exception or error is a failure, so
 * what the tested code may throw is caught in the method.
 *
 * <p>To JUnit the method is a test that runs once with each file in the test resources {@code
 * fuzz/<class>/<method>/}: the seeds that people put there and the crashers that the fuzzer found;
 * without any file it runs once, with empty and zero values. As with every test, the class must be
 * one that the build runs: Surefire wants a name like {@code ParserFuzzTest}, and leaves out nested
 * classes unless told otherwise.
 *
 * <p>JUnit Jupiter runs the methods that can be tests of its own, and with them what it runs before
 * and after each test. Those that cannot, because they are static or private or return something,
 * are run by {@link io.github.mavenfuzz.junit.ReplayTestEngine}, which JUnit finds by itself; of
 * Jupiter's annotations it knows {@code @Disabled} and {@code @Tag}. Since version 5.13 Jupiter
 * warns of such a method that it "must not be static" and "will not be executed", which is so for
 * Jupiter only. Whoever lets JUnit fail on warnings ({@code
 * junit.platform.discovery.issue.severity.critical}) writes targets that are instance methods, not
 * private and {@code void}.
 *
 * <p>Without Jupiter on the class path the annotation still marks a target: the JVM ignores
 * annotations whose types are missing, and the fuzzer itself needs none of them.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FuzzTestExtension.class)
public @interface FuzzTest {}
