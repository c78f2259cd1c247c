package io.github.mavenfuzz.junit;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Test classes that run only inside {@link FuzzTestExtensionTest}; their files are among the test
 * resources. Some fail with what they received, so that the test sees it.
 */
final class Fixtures {
  private Fixtures() {}

  static class Received extends AssertionError {
    private static final long serialVersionUID = 1L;

    Received(Object value) {
      super(value);
    }
  }

  static class Raw {
    @FuzzTest
    void bytes(byte[] input) {
      throw new Received(new String(input, StandardCharsets.ISO_8859_1));
    }
  }

  static class Typed {
    private final String testName;

    Typed(TestInfo info) {
      testName = info.getTestMethod().orElseThrow().getName();
    }

    @BeforeEach
    void takesParametersOfItsOwn(TestInfo info) {
      if (!info.getDisplayName().startsWith("seed")) {
        throw new AssertionError(info.getDisplayName());
      }
    }

    @FuzzTest
    void values(int number, String text, boolean flag) {
      throw new Received(List.of(testName, number, text, flag));
    }
  }

  static class Faces {
    @FuzzTest
    void faces(InputStream in, ByteBuffer buffer) throws IOException {
      throw new Received(List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII), buffer));
    }

    @FuzzTest
    void provider(FuzzedDataProvider data) {
      throw new Received(data.consumeRemainingAsAsciiString());
    }
  }

  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("from > to");
      }
    }
  }

  static class Ranges {
    @FuzzTest
    void instance(Range range, List<String> names) {
      throw new Received(range + " of " + names);
    }

    @FuzzTest
    static void ofClass(Range range) {
      throw new Received(range);
    }
  }

  static class WithoutFiles {
    @FuzzTest
    void zero(byte[] bytes, String text, char c, double d) {
      throw new Received(List.of(bytes.length, text, c, d));
    }
  }

  static class WithMalformedFile {
    @FuzzTest
    void numbers(int a, int b) {
      if (a + b < 0) {
        throw new IllegalStateException("negative");
      }
    }
  }

  static class Unsupported {
    @FuzzTest
    void map(int i, Map<String, Thread> map) {}

    @FuzzTest
    void nothing() {}

    @Test
    void stillRuns() {}
  }

  static class Base {
    @FuzzTest
    void inherited(String text) {
      throw new Received(getClass().getSimpleName() + " got " + text);
    }
  }

  static class Sub extends Base {}
}
