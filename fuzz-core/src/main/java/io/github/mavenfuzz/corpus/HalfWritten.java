package io.github.mavenfuzz.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files that get their content before they get their name. A run that was killed may leave one; it
 * is hidden, so that it is not taken for an input.
 */
final class HalfWritten {
  /** After so long without a change, the run that wrote the file is gone. */
  private static final Duration OLD = Duration.ofDays(1);

  private static final Pattern NAME =
      Pattern.compile("\\.[0-9a-f]{40,64}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

  private HalfWritten() {}

  /** A name that no other process chooses, for what will have another one. */
  static String name(String finalName) {
    return '.' + finalName + '.' + UUID.randomUUID() + ".tmp";
  }

  /** Removes a corpus entry that was left behind; any other file stays. */
  static void removeIfOld(Path file) {
    if (!NAME.matcher(file.getFileName().toString()).matches()) {
      return;
    }
    try {
      Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (changed.isBefore(Instant.now().minus(OLD))) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // It does no harm: a later run removes it, or another run just has.
    }
  }
}
