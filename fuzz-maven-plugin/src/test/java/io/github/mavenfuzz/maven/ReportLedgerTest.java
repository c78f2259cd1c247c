package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.report.JUnitXmlReport;
import io.github.mavenfuzz.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportLedgerTest {
  private static final String REPORT = "TEST-com.example.SomeFuzzTest.xml";

  @TempDir Path directory;
  private ReportLedger ledger = new ReportLedger();

  private void run(String module, String execution, TargetResult... results) {
    ReportLedger.Part part = ledger.begin(module, execution, f -> "mvn " + execution);
    assertThat(part.in(new JUnitXmlReport(f -> ""), directory)).isEmpty();
    assertThat(part.in(new JsonReport(), directory)).isEmpty();
    assertThat(part.write(List.of(results))).isEmpty();
  }

  @Test
  void hasWhatAllExecutionsHaveFound() {
    run("app", "quick", Results.of("divides", null, Results.finding(true)));
    run("app", "deep", Results.of("adds", null));

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
    run("app", "quick", Results.of("adds", null, Results.finding(true)));
    run("app", "deep", Results.of("adds", null));
    run("app", "deep", Results.of("adds", null));

    assertThat(directory.resolve(REPORT))
        .content()
        .contains("name=\"adds[quick]\"", "name=\"adds[deep-1]\"", "name=\"adds[deep-2]\"")
        .contains("name=\"fuzz.adds[quick].runs\"");
    assertThat(directory.resolve("results.json")).content().contains("\"execution\" : \"quick\"");
  }

  @Test
  void tellsModulesApartThatWriteToOneFolder() {
    run("one", "default", Results.of("adds", null));
    run("two", "default", Results.of("adds", null));

    assertThat(directory.resolve(REPORT))
        .content()
        .contains("name=\"adds[one:default]\"", "name=\"adds[two:default]\"");
  }

  @Test
  void leavesNothingOfAnEarlierBuildButWhatIsNotOurs() throws Exception {
    run("app", "default", Results.of("adds", null));
    Files.writeString(directory.resolve("TEST-com.example.UnitTest.xml"), "<testsuite/>");
    Files.writeString(directory.resolve("notes.txt"), "mine");
    ledger = new ReportLedger();
    ledger.begin("app", "default", f -> "").in(new JUnitXmlReport(f -> ""), directory);
    ledger.begin("app", "default", f -> "").in(new JsonReport(), directory);

    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("TEST-com.example.UnitTest.xml", "notes.txt");
  }
}
