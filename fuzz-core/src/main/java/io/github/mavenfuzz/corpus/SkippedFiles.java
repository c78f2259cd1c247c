package io.github.mavenfuzz.corpus;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports the files of one directory that are skipped: the first of each kind one by one, the
 * others of that kind in one sentence. Belongs to the thread that reads the directory.
 */
final class SkippedFiles {
  private static final int MOST_TOLD = 10;

  /** The kinds of faults of a file. */
  enum Kind {
    MALFORMED("are no inputs of the target"),
    NOT_REGULAR("are not regular files"),
    TOO_LARGE("are larger than 16 MiB"),
    UNREADABLE("cannot be read");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }
  }

  private final Path directory;
  private final Consumer<String> problems;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  SkippedFiles(Path directory, Consumer<String> problems) {
    this.directory = directory;
    this.problems = problems;
  }

  /**
   * @param reason how the sentence goes on that begins with the file
   */
  void add(Path file, Kind kind, String reason) {
    if (counts.merge(kind, 1, Integer::sum) <= MOST_TOLD) {
      problems.accept(file + ": " + reason + "; it is skipped");
    }
  }

  /** Tells how many more files there were, after the last one. */
  void end() {
    counts.forEach(
        (kind, count) -> {
          int more = count - MOST_TOLD;
          if (more > 0) {
            problems.accept(
                more == 1
                    ? directory + ": 1 more file is skipped for a reason like these"
                    : String.format(
                        Locale.ROOT,
                        "%s: %d more files %s and are skipped",
                        directory,
                        more,
                        kind.plural));
          }
        });
  }
}
