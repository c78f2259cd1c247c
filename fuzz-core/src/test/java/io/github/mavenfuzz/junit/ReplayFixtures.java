package io.github.mavenfuzz.junit;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.api.FuzzTest;
import io.github.mavenfuzz.junit.Fixtures.Received;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Test classes that run only inside {@link ReplayTestEngineTest}; their files are among the test
 * resources. Some fail with what they received, so that the test sees it.
 */
final class ReplayFixtures {
  private ReplayFixtures() {}

  static class Static {
    @FuzzTest
    static void values(int number, String text) {
      throw new Received(List.of(number, text));
    }

    @FuzzTest
    static void zero(byte[] bytes, char c) {
      throw new Received(List.of(bytes.length, c));
    }

    static void noTarget(int number) {
      throw new Received(number);
    }
  }

  static class Mixed {
    @FuzzTest
    void instance(int i) {}

    @FuzzTest
    public void publicInstance(int i) {}

    @FuzzTest
    static void ofClass(int i) {}

    @FuzzTest
    private void hidden(int i) {}

    @FuzzTest
    private static void hiddenOfClass(int i) {}

    @FuzzTest
    int returning(int i) {
      return i;
    }

    @Test
    void noTarget() {}
  }

  static Class<?> privateClass() {
    return Private.class;
  }

  private static final class Private {
    @FuzzTest
    void instance(int i) {}
  }

  static class OnlyJupiters {
    @FuzzTest
    void instance(int i) {}

    @Test
    void noTarget() {}
  }

  static final class Instance {
    private int runs;

    private Instance() {}

    @FuzzTest
    private void counted(String text) {
      throw new Received(text + ++runs);
    }
  }

  static class FailingConstructor {
    FailingConstructor() {
      throw new IllegalStateException("no instance today");
    }

    @FuzzTest
    private void hidden(int i) {}
  }

  static class Unsupported {
    @FuzzTest
    static void list(List<Thread> list) {
      list.clear();
    }

    @FuzzTest
    static void nothing() {}
  }

  public static class Named {
    private static String prepared = "";

    public static void fuzzerInitialize() {
      prepared += "prepared, ";
    }

    public static void fuzzerTestOneInput(byte[] data) {
      throw new Received(prepared + new String(data, StandardCharsets.ISO_8859_1));
    }

    public static void fuzzerTearDown() {
      prepared = "";
    }
  }

  public static class Provided {
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
      throw new Received(data.consumeRemainingAsAsciiString());
    }
  }

  public static class WithoutFiles {
    public static void fuzzerTestOneInput(byte[] data) {}

    @com.code_intelligence.jazzer.junit.FuzzTest
    void annotated(byte[] data) {}
  }

  public static class NearMiss {
    public void fuzzerTestOneInput(byte[] data) {}
  }

  public static class Unprepared {
    public static void fuzzerInitialize() {
      throw new IllegalStateException("no grammar");
    }

    public static void fuzzerTestOneInput(byte[] data) {}
  }

  public static class OfJazzer {
    @com.code_intelligence.jazzer.junit.FuzzTest
    void target(int number) {
      throw new Received(number);
    }
  }

  static class PreparedByJupitersMethods {
    private String prefix;

    @BeforeEach
    void prepare() {
      prefix = "prepared";
    }

    @com.code_intelligence.jazzer.junit.FuzzTest
    void target(int number) {
      throw new Received(prefix + ' ' + number);
    }
  }

  static class FilledByJupiter {
    @TempDir Path directory;

    @com.code_intelligence.jazzer.junit.FuzzTest
    void target(int number) {
      throw new Received(directory);
    }
  }

  static class WithoutConstructor {
    WithoutConstructor(int i) {
      throw new Received(i);
    }

    @FuzzTest
    private void hidden(int i) {}

    @FuzzTest
    static void ofClass(int i) {}
  }

  abstract static class Abstract {
    @FuzzTest
    private void hidden(int i) {}
  }

  class Inner {
    @FuzzTest
    private void hidden(int i) {}
  }

  interface Interface {
    @FuzzTest
    private void hidden(int i) {}
  }

  static class Assuming {
    @FuzzTest
    static void never(int i) {
      Assumptions.assumeTrue(false, "not here");
    }
  }

  @Tag("slow")
  static class Annotated {
    @FuzzTest
    @Tag("deep")
    static void tagged(int i) {}

    @FuzzTest
    @Disabled("until next week")
    static void disabled(int i) {}

    @FuzzTest
    @Disabled
    static void disabledWithoutReason(int i) {}
  }

  @Disabled("all of it")
  static class DisabledClass {
    @FuzzTest
    static void disabled(int i) {}
  }

  static class Missing {}

  static class Dangling {
    static void needs(Missing missing) {}

    @FuzzTest
    static void target(int i) {}
  }
}
