package io.github.mavenfuzz.report;

import io.github.mavenfuzz.coordinate.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One form in which the results of a whole build are written down, anew after each target. */
public interface FuzzReport {
  /**
   * @param results in the order in which they are to appear
   * @param reproduceCommand what a user types to see a finding again, as one line
   * @param directory where the files go; made when missing; files of the same names are replaced
   * @throws IOException when a file cannot be written; the message is a sentence for the user
   */
  void write(List<TargetResult> results, Function<Finding, String> reproduceCommand, Path directory)
      throws IOException;
}
