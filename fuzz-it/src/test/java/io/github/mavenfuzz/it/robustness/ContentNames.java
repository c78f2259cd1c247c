package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that are named by their content, so that a cut one gives itself away. */
final class ContentNames {
  private ContentNames() {}

  /**
   * Fails unless every entry of a corpus is whole.
   *
   * @param algorithm SHA-256 in the plugin's folders, SHA-1 in those of the command line
   */
  static void check(Path corpus, String algorithm) throws IOException {
    for (Path file : MavenProject.entries(corpus)) {
      assertThat(hash(algorithm, Files.readAllBytes(file)))
          .as("what %s should be named", file)
          .isEqualTo(file.getFileName().toString());
    }
  }

  static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
