package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.io.TempDir;

/** Its fields are filled by JUnit Jupiter, for each run anew. */
@ExtendWith(FilledFuzzTest.Limits.class)
class FilledFuzzTest {
  @TempDir Path folder;
  int limit;

  static class Limits implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      ((FilledFuzzTest) instance).limit = 3;
    }
  }

  @FuzzTest
  void writesOneFile(byte[] content) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Files.write(file, content);
    assertEquals(content.length, Files.size(file));
  }

  @FuzzTest
  void keepsItsLimit(String text) {
    if (text.length() > limit) {
      throw new IllegalStateException("more than " + limit);
    }
  }
}
