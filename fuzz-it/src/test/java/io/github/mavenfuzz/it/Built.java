package io.github.mavenfuzz.it;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the parts of this build lie, as the class path of the tests has them. */
public final class Built {
  private Built() {}

  /** The self-contained jar. */
  public static Path jar() {
    return of(io.github.mavenfuzz.api.FuzzTest.class);
  }

  /** The test classes of this module. */
  public static Path testClasses() {
    return of(Built.class);
  }

  /** The jar or folder that a class comes from. */
  public static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
