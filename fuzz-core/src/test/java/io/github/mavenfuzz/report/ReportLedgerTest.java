package io.github.mavenfuzz.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.TargetName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportLedgerTest {
  private static final String REPORT = "TEST-" + Results.CLASS + ".xml";

  @TempDir Path directory;
  private ReportLedger ledger = new ReportLedger();

  private static TargetResult result(String method, Finding... findings) {
    return new TargetResult(
        new TargetName(Results.CLASS, method),
        Results.statistics(12_000, 1_000),
        List.of(findings),
        List.of(),
        null,
        null);
  }

  private void run(String module, String execution, TargetResult... results) {
    ReportLedger.Part part = ledger.begin(module, execution, f -> "mvn " + execution);
    assertThat(part.in(new JUnitXmlReport(f -> ""), directory)).isEmpty();
    assertThat(part.in(new JsonReport(), directory)).isEmpty();
    assertThat(part.write(List.of(results))).isEmpty();
  }

  @Test
  void hasWhatAllExecutionsHaveFound() {
    run("app", "quick", result("divides", Results.finding("28aa93ca419e")));
    run("app", "deep", result("adds"));

    assertThat(directory.resolve(REPORT))
        .content()
        .contains("tests=\"2\"", "failures=\"1\"", "name=\"divides\"", "name=\"adds\"")
        .contains("mvn quick");
    assertThat(directory.resolve("results.json"))
        .content()
        .contains("divides", "adds", "mvn quick")
        .doesNotContain("execution");
  }

  @Test
  void tellsRunsOfOneTargetApartByTheirExecution() {
    run("app", "quick", result("adds", Results.finding("28aa93ca419e")));
    run("app", "deep", result("adds"));
    run("app", "deep", result("adds"));

    assertThat(directory.resolve(REPORT))
        .content()
        .contains("name=\"adds[quick]\"", "name=\"adds[deep-1]\"", "name=\"adds[deep-2]\"")
        .contains("name=\"fuzz.adds[quick].runs\"");
    assertThat(directory.resolve("results.json")).content().contains("\"execution\" : \"quick\"");
  }

  @Test
  void tellsModulesApartThatWriteToOneFolder() {
    run("one", "default", result("adds"));
    run("two", "default", result("adds"));

    assertThat(directory.resolve(REPORT))
        .content()
        .contains("name=\"adds[one:default]\"", "name=\"adds[two:default]\"");
  }

  @Test
  void leavesNothingOfAnEarlierBuildButWhatIsNotOurs() throws Exception {
    run("app", "default", result("adds"));
    Files.writeString(directory.resolve("TEST-com.example.UnitTest.xml"), "<testsuite/>");
    Files.writeString(directory.resolve("notes.txt"), "mine");
    ledger = new ReportLedger();
    ledger.begin("app", "default", f -> "").in(new JUnitXmlReport(f -> ""), directory);
    ledger.begin("app", "default", f -> "").in(new JsonReport(), directory);

    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("TEST-com.example.UnitTest.xml", "notes.txt");
  }
}
