package io.github.mavenfuzz.junit;

import java.io.IOException;

/**
 * A seed or crasher among the test resources.
 *
 * @param name of the file, without the target's directory
 * @param origin the name of the resource
 */
record SeedFile(String name, String origin, Content content) {

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
