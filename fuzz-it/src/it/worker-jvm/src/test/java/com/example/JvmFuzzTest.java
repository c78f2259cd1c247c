package com.example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class JvmFuzzTest {
  @FuzzTest
  void hasWhatIsConfigured(int number) throws IOException {
    check(System.getProperty("from.property"), "one");
    check(System.getProperty("from.arg.line"), "two words");
    check(System.getProperty("from.variables"), "three");
    check(System.getProperty("from.file"), "five and a half");
    check(System.getProperty("empty"), "");
    check(System.getProperty("shop"), "Gr\u00f6\u00dfe, #1 \"K\u00f6ln\" \\ @x");
    check(System.getProperty("street"), "\u00d6lweg");
    check(System.getenv("FROM_ENVIRONMENT"), "four");
    check(message(), "five");
    check(Files.exists(Path.of("invoker.properties")), true);
    check(Path.of("").toAbsolutePath().toString(), System.getProperty("basedir"));
    check(Runtime.getRuntime().maxMemory() <= 256 << 20, true);
    check(collectors().contains("PS Scavenge"), true);
    check(JvmFuzzTest.class.desiredAssertionStatus(), true);
  }

  private static List<String> collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(MemoryManagerMXBean::getName)
        .toList();
  }

  private static String message() throws IOException {
    try (InputStream in = JvmFuzzTest.class.getResourceAsStream("/message.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void check(Object seen, Object expected) {
    if (!expected.equals(seen)) {
      throw new AssertionError(seen + " in place of " + expected);
    }
  }
}
