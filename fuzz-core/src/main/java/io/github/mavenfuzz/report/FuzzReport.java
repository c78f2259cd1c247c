package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One form in which the results of a whole build are written down, anew after each target. */
public interface FuzzReport {
  /**
   * @param results in the order in which they are to appear
   * @param directory where the files go; made when missing; files of the same names are replaced
   * @throws IOException when a file cannot be written; the message is a sentence for the user
   */
  void write(List<TargetReport> results, Path directory) throws IOException;

  /** The same for results that are all reproduced by one form of command. */
  default void write(
      List<TargetResult> results, Function<Finding, String> reproduceCommand, Path directory)
      throws IOException {
    write(
        results.stream().map(r -> new TargetReport(r, null, reproduceCommand)).toList(), directory);
  }

  /**
   * Deletes what an earlier build has written, whose targets may be gone. Other files stay.
   *
   * @throws IOException when a file cannot be deleted; the message is a sentence for the user
   */
  void clear(Path directory) throws IOException;
}
