package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The moments that a target has noted, as {@link TargetBuilder} makes it do. */
final class Marks {
  static final String FIRST_RUN = "first-run";
  static final String FIRST_FAILURE = "first-failure";

  private Marks() {}

  /**
   * @return empty when it has not come
   */
  static Optional<Instant> read(Path directory, String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file)
        ? Optional.of(Instant.parse(Files.readString(file)))
        : Optional.empty();
  }
}
