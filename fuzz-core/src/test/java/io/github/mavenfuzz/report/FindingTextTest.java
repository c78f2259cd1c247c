package io.github.mavenfuzz.report;

import static io.github.mavenfuzz.report.Results.TRACE;
import static io.github.mavenfuzz.report.Results.crashed;
import static io.github.mavenfuzz.report.Results.failure;
import static io.github.mavenfuzz.report.Results.finding;
import static io.github.mavenfuzz.report.Results.flaky;
import static io.github.mavenfuzz.report.Results.hostileText;
import static io.github.mavenfuzz.report.Results.known;
import static io.github.mavenfuzz.report.Results.severe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import org.junit.jupiter.api.Test;

class FindingTextTest {

  private static String block(boolean trimStackTrace, Finding finding) {
    return new FindingText(trimStackTrace, f -> "01 02 03", f -> "mvn reproduce " + f.id())
        .of(2, finding);
  }

  @Test
  void saysWhatFailedOnWhatAndWhatToDoNext() {
    assertThat(block(false, finding("parse")))
        .isEqualTo(
            """
            Finding 2 [2a7e63980337] in com.example.ParserFuzz#parses
              java.lang.IllegalStateException: bad
                  at java.base/java.util.Objects.check(Objects.java:1)
                  at com.example.Parser.parse(Parser.java:2)
              Input (3 bytes): 01 02 03
              Kept as: /project/src/test/resources/fuzz/crash-parse
              New: commit the file with the fix; every test run replays it from now on.
              Reproduce: mvn reproduce 2a7e63980337
            """);
  }

  @Test
  void saysWhyNoTestRunReplaysTheFile() {
    String text =
        new FindingText(false, f -> "", f -> "mvn", f -> "No test run replays it.")
            .of(1, finding("1"));

    assertThat(text)
        .contains("  New: commit the file with the fix. No test run replays it.\n")
        .doesNotContain("from now on");
  }

  @Test
  void hasTheInputItselfWhenNoFileHasIt() {
    Finding f = finding("1");
    Finding homeless =
        new Finding(
            f.target(), f.failure(), new KeptInput(f.input(), null, false), true, f.evidence());

    assertThat(block(false, homeless))
        .contains(
            """
              No file could be written; in Base64 the input is AQID
              New: save the input as a file among the seeds, and commit it with the fix.
            """);
  }

  @Test
  void showsOnlyTheProjectsFramesWhenAskedTo() {
    assertThat(block(true, finding("1")))
        .contains("at com.example.Parser.parse")
        .doesNotContain("java.util.Objects");
  }

  @Test
  void showsTheWrapperOfTheRootCause() {
    String trace = "java.lang.RuntimeException: outer\nCaused by: " + TRACE;

    assertThat(block(false, finding("1", failure("bad", trace), "")))
        .contains(
            """
              java.lang.IllegalStateException: bad
              java.lang.RuntimeException: outer
              Caused by: java.lang.IllegalStateException: bad
            """);
  }

  @Test
  void showsTheSeverityThatAnExceptionStates() {
    assertThat(block(false, finding("1", severe(Severity.CRITICAL), "")))
        .contains("  java.lang.IllegalStateException: bad\n  Severity: CRITICAL\n      at ");
  }

  @Test
  void showsAFailureWithoutMessageAndTrace() {
    assertThat(block(true, finding("1", failure(null, ""), "")))
        .contains("#parses\n  java.lang.IllegalStateException\n  Input (3 bytes)");
  }

  @Test
  void tellsAFlakyFinding() {
    assertThat(block(false, flaky("1")))
        .contains("  Flaky: it failed once and passed when it was run again, so look for state")
        .doesNotContain("New:");
  }

  @Test
  void tellsAKnownFinding() {
    assertThat(block(false, known("1")))
        .contains("  Known: this file was there before the run, and the target still fails on it.")
        .doesNotContain("New:");
  }

  @Test
  void showsTheEndOfALongOutput() {
    StringBuilder output = new StringBuilder();
    for (int i = 1; i <= 50; i++) {
      output.append("line ").append(i).append('\n');
    }

    assertThat(block(false, finding("1", failure("bad", TRACE), output.toString())))
        .contains("  The last output of the worker JVM:\n    | line 31\n", "    | line 50\n  Input")
        .doesNotContain("line 30\n");
  }

  @Test
  void cutsALongTraceAndSaysSo() {
    String trace = "java.lang.IllegalStateException: bad\n" + "\tat a.B.c(B.java:1)\n".repeat(240);

    assertThat(block(false, finding("1", failure("bad", trace), "")))
        .contains("      ... 180 more lines, which the reports have\n")
        .hasLineCount(67);
  }

  @Test
  void cutsALongMessage() {
    String message = "x".repeat(2000);

    assertThat(block(false, finding("1", failure(message, ""), "")))
        .contains("x".repeat(450), "x...\n")
        .doesNotContain("x".repeat(501));
  }

  @Test
  void saysWhereTheJvmDescribesItsCrash() {
    assertThat(block(false, crashed("1")))
        .contains("  Crash log of the JVM: /project/target/fuzz/hs_err_1.log\n");
    assertThat(block(false, finding("1"))).doesNotContain("Crash log");
  }

  @Test
  void showsNothingThatATerminalObeys() {
    String hostile = hostileText();
    String block =
        new FindingText(true, f -> hostile, f -> "mvn " + hostile)
            .of(1, finding("1", failure(hostile, hostile), hostile));

    assertThat(block.codePoints())
        .noneMatch(c -> c != '\n' && c < ' ' && c != '\t' || c >= 0x7F && c < 0xA0 || c == 0x202E);
    assertThat(block).contains("\\u001b[31mred\\u009b0m", "    | ]]> <b>", "Reproduce: mvn ]]>");
  }
}
