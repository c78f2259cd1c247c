package io.github.mavenfuzz.report;

import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FileName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Test reports as Surefire writes them, so that every CI server shows targets as tests: one file a
 * class, one test case a target, and one more for each finding after a target's first. Flaky
 * findings stand at their target's test case and fail nothing.
 */
public final class JUnitXmlReport implements FuzzReport {
  private static final String PREFIX = "TEST-";
  private static final String SUFFIX = ".xml";

  private final Function<Finding, String> inputPreview;

  /**
   * @param inputPreview the input of a finding in a form that people can read, of any length
   */
  public JUnitXmlReport(Function<Finding, String> inputPreview) {
    this.inputPreview = inputPreview;
  }

  @Override
  public void write(List<TargetReport> results, Path directory) throws IOException {
    Map<String, List<TargetReport>> byClass =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.result().target().className(), LinkedHashMap::new, Collectors.toList()));
    SharedCauses shared = new SharedCauses(results.stream().map(TargetReport::result).toList());
    for (Map.Entry<String, List<TargetReport>> suite : byClass.entrySet()) {
      String xml = new JUnitXmlSuite(suite.getKey(), inputPreview, shared).toXml(suite.getValue());
      String name = FileName.of(suite.getKey(), PREFIX.length() + SUFFIX.length());
      ReportFile.write(directory, PREFIX + name + SUFFIX, xml);
    }
  }

  /** The folder may be that of another tool's reports, so only files that say whose they are go. */
  @Override
  public void clear(Path directory) throws IOException {
    ReportFile.delete(directory, PREFIX + '*' + SUFFIX, JUnitXmlSuite.MARK);
  }
}
