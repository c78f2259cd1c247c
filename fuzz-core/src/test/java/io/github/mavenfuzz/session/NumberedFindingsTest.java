package io.github.mavenfuzz.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import io.github.mavenfuzz.type.LeafKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedFindingsTest {
  private final FindingNumbers numbers = new FindingNumbers();
  private final List<Integer> heard = new ArrayList<>();

  private final TargetListener listener =
      new TargetListener() {
        @Override
        public void progress(RunStatistics statistics) {}

        @Override
        public void found(int number, Finding finding) {
          heard.add(number);
        }

        @Override
        public void warning(String message) {}
      };

  private static Finding finding(String signature, boolean reproduced) {
    return new Finding(
        TestRuns.target("tenBranches", LeafKind.BYTES),
        Failures.failure(signature),
        new KeptInput(new byte[1], null, false),
        reproduced,
        Evidence.NONE);
  }

  @Test
  void aFlakyFindingOfWhichMoreIsKnownKeepsItsNumber() {
    NumberedFindings findings = new NumberedFindings(listener, numbers);
    Finding first = finding("E at a.B.one", false);

    findings.found(first);
    findings.found(finding("E at a.B.other", false));
    findings.found(first.as(first.failure(), Evidence.ofOutput("printed")));

    assertThat(heard).containsExactly(1, 2, 1);
  }

  @Test
  void aFindingThatRepeatsIsAnotherThanTheFlakyOneOfTheSameCause() {
    NumberedFindings findings = new NumberedFindings(listener, numbers);

    findings.found(finding("E at a.B.one", false));
    findings.found(finding("E at a.B.one", true));

    assertThat(heard).containsExactly(1, 2);
  }

  @Test
  void allTargetsOfABuildCountTogether() {
    new NumberedFindings(listener, numbers).found(finding("E at a.B.one", true));
    new NumberedFindings(listener, numbers).found(finding("E at a.B.one", true));

    assertThat(heard).containsExactly(1, 2);
  }
}
