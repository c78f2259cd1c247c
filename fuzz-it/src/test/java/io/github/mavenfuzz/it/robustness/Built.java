package io.github.mavenfuzz.it.robustness;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the parts of this build lie, as the class path of the tests has them. */
final class Built {
  private Built() {}

  /** The self-contained jar. */
  static Path jar() {
    return of(io.github.mavenfuzz.api.FuzzTest.class);
  }

  /** The hostile targets. */
  static Path testClasses() {
    return of(Built.class);
  }

  private static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
