package io.github.mavenfuzz.bench;

import io.github.mavenfuzz.it.Built;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What all runs have in common.
 *
 * @param seconds how long a tool fuzzes
 * @param heap of the JVM in which the target runs, as for {@code -Xmx}
 * @param toolJars the class path of each tool that has one, by its name
 */
record Equipment(int seconds, String heap, Map<String, List<Path>> toolJars) {
  /** The longest input, which is what libFuzzer takes for small seeds. */
  static final int MAX_LENGTH = 4096;

  /** Seconds after which one run is a hang. */
  static final int RUN_TIMEOUT = 10;

  /** Begins the command of a JVM in which a target runs, up to its class path. */
  List<String> java() {
    return new ArrayList<>(List.of(javaLauncher(), "-Xmx" + heap, "-ea"));
  }

  static String javaLauncher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  List<Path> jarsOf(String tool) {
    return toolJars.getOrDefault(tool, List.of());
  }

  /** This project's own jar. */
  static Path fuzzJar() {
    return Built.jar();
  }

  /** The classes of the benchmark, for the JVMs that run a part of it. */
  static Path benchClasses() {
    return Built.testClasses();
  }
}
