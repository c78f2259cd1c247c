package io.github.mavenfuzz.junit;

import java.io.IOException;

/**
 * A seed or crasher among the test resources.
 *
 * @param name of the file, without its directory
 */
record SeedFile(String name, Content content) {

  /**
   * @throws IOException when the file cannot be read
   */
  byte[] read() throws IOException {
    return content.read();
  }

  /** Reads the whole file. */
  interface Content {
    byte[] read() throws IOException;
  }
}
