package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.report.FindingText;
import java.util.function.Function;

/** Tells the findings of one run of the goal in the build log, each as a block of its own. */
final class FindingLogger {
  private final VisibleLog log;
  private final FindingText text;
  private final Function<Finding, String> caveat;
  private boolean warned;

  /**
   * @param caveat says why test runs may not replay a finding's crasher; null when they do
   */
  FindingLogger(VisibleLog log, FindingText text, Function<Finding, String> caveat) {
    this.log = log;
    this.text = text;
    this.caveat = caveat;
  }

  void tell(int number, Finding finding) {
    if (!finding.reproduced()) {
      log.warnBlock(text.of(number, finding));
      return;
    }
    log.errorBlock(text.of(number, finding));
    String why = finding.known() || warned ? null : caveat.apply(finding);
    if (why != null) {
      warned = true;
      log.warn(finding.crasher() + ": " + why);
    }
  }
}
