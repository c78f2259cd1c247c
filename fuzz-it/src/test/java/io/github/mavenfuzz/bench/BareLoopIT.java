package io.github.mavenfuzz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bare call in its own JVM. */
class BareLoopIT {
  @TempDir Path seeds;

  /** A target of which one run never ends. */
  static final class Hanging {
    private static int runs;

    private Hanging() {}

    static void fuzzerTestOneInput(byte[] data) {
      runs++;
      while (runs == 100) {
        LockSupport.park();
      }
    }
  }

  @Test
  void saysHowFarItCameWhenARunHangs() throws Exception {
    Files.write(seeds.resolve("seed"), new byte[9]);
    Process process =
        new ProcessBuilder(
                Equipment.javaLauncher(),
                "-cp",
                System.getProperty("java.class.path"),
                BareLoop.class.getName(),
                Hanging.class.getName(),
                "1",
                "64",
                seeds.toString())
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).isEqualTo("Done 99 runs" + System.lineSeparator());
    assertThat(process.waitFor()).isZero();
  }
}
