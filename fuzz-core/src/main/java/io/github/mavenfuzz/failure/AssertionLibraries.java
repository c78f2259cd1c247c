package io.github.mavenfuzz.failure;

import java.util.List;

/**
 * What throws for whoever asserts something or checks an argument, so that its frames say nothing
 * of the cause.
 */
final class AssertionLibraries {
  /** The beginnings of the names of their classes. */
  private static final List<String> NAMES =
      List.of(
          "org.junit.",
          "junit.",
          "org.assertj.",
          "assertk.",
          "org.hamcrest.",
          "org.opentest4j.",
          "org.testng.",
          "org.spockframework.",
          "org.fest.assertions.",
          "org.xmlunit.assertj",
          "org.skyscreamer.jsonassert.",
          "net.javacrumbs.jsonunit.",
          "com.google.common.truth.",
          "com.google.common.base.Preconditions",
          "com.google.common.base.Verify",
          "com.natpryce.hamkrest.",
          "io.kotest.",
          "io.netty.util.internal.ObjectUtil",
          "kotlin.PreconditionsKt",
          "kotlin.StandardKt",
          "kotlin.jvm.internal.Intrinsics",
          "kotlin.test.",
          "org.amshove.kluent.",
          "org.apache.commons.lang.Validate",
          "org.apache.commons.lang3.Validate",
          "org.springframework.util.Assert",
          "scala.Predef",
          "scala.sys.package",
          "strikt.");

  private AssertionLibraries() {}

  /** Whether a frame of the class is one of theirs. */
  static boolean have(String className) {
    for (String name : NAMES) { // at every failing run, and there may be many
      if (className.startsWith(name)) {
        return true;
      }
    }
    return false;
  }
}
