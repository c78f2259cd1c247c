package io.github.mavenfuzz.report;

import static io.github.mavenfuzz.report.Results.CLASS;
import static io.github.mavenfuzz.report.Results.alsoFailed;
import static io.github.mavenfuzz.report.Results.broken;
import static io.github.mavenfuzz.report.Results.crashed;
import static io.github.mavenfuzz.report.Results.failed;
import static io.github.mavenfuzz.report.Results.failure;
import static io.github.mavenfuzz.report.Results.finding;
import static io.github.mavenfuzz.report.Results.flaky;
import static io.github.mavenfuzz.report.Results.hostileText;
import static io.github.mavenfuzz.report.Results.known;
import static io.github.mavenfuzz.report.Results.passed;
import static io.github.mavenfuzz.report.Results.severe;
import static io.github.mavenfuzz.report.Results.skipped;
import static io.github.mavenfuzz.report.Results.withSuspect;
import static io.github.mavenfuzz.report.Results.withVariants;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  @TempDir Path directory;

  private String text(TargetResult... results) throws IOException {
    new JsonReport().write(List.of(results), f -> "mvn reproduce " + f.id(), directory);
    return Files.readString(directory.resolve("results.json"));
  }

  private JsonNode targets(TargetResult... results) throws IOException {
    return new ObjectMapper().readTree(text(results)).get("targets");
  }

  @Test
  void namesTheLogOfACrash() throws Exception {
    JsonNode findings = targets(failed(crashed("1"), finding("2"))).get(0).get("findings");

    assertThat(findings.get(0).get("crashLog").asText())
        .isEqualTo("/project/target/fuzz/hs_err_1.log");
    assertThat(findings.get(1).has("crashLog")).isFalse();
  }

  @Test
  void tellsTheOtherWaysToACause() throws Exception {
    JsonNode finding =
        targets(failed(withVariants("parse", "a.B.c", "a.D.e"))).get(0).get("findings").get(0);

    assertThat(finding.get("variants").toString())
        .isEqualTo(
            "[{'path':'a.B.c','file':'/project/target/fuzz/variants/a.B.c','size':0},"
                .concat("{'path':'a.D.e','size':1}]")
                .replace('\'', '"'));
  }

  @Test
  void countsACauseOfSeveralTargetsOnce() throws Exception {
    Finding one = finding("one");
    TargetResult[] results = {failed(one, finding("two")), alsoFailed("reads", one)};

    assertThat(text(results)).contains("\"causes\" : 2,");
    assertThat(targets(results).get(0).get("findings").findValuesAsText("sameCauseAs")).isEmpty();
    assertThat(targets(results).get(1).get("findings").findValuesAsText("sameCauseAs"))
        .containsExactly("com.example.ParserFuzz#parses");
  }

  @Test
  void hasStableKeysAndLines() throws Exception {
    assertThat(text(failed(finding("parse"))))
        .isEqualTo(
            """
            {
              "schemaVersion" : 1,
              "causes" : 1,
              "targets" : [
                {
                  "class" : "com.example.ParserFuzz",
                  "method" : "parses",
                  "runs" : 1234567,
                  "seconds" : 12.000,
                  "runsPerSecond" : 102880.6,
                  "workers" : 2,
                  "coveredProbes" : 412,
                  "totalProbes" : 900,
                  "corpusEntries" : 57,
                  "newEntries" : 12,
                  "uninstrumentedClasses" : 3,
                  "findings" : [
                    {
                      "id" : "2a7e63980337",
                      "signature" : "java.lang.IllegalStateException at com.example.Parser.parse",
                      "cause" : {
                        "thrown" : "java.lang.IllegalStateException",
                        "places" : [
                          {
                            "class" : "com.example.Parser",
                            "method" : "parse"
                          }
                        ]
                      },
                      "kind" : "EXCEPTION",
                      "exception" : "java.lang.IllegalStateException",
                      "message" : "bad",
                      "stackTrace" : "TRACE",
                      "crasher" : "/project/src/test/resources/fuzz/crash-parse",
                      "known" : false,
                      "flaky" : false,
                      "minimizedSize" : 3,
                      "reproduceCommand" : "mvn reproduce 2a7e63980337",
                      "variants" : [ ]
                    }
                  ],
                  "suspects" : [ ]
                }
              ]
            }
            """
                .replace("TRACE", Results.TRACE.replace("\n", "\\n").replace("\t", "\\t")));
  }

  @Test
  void keepsTheOrderOfTargets() throws Exception {
    JsonNode targets = targets(passed("z.Z", "b"), passed("a.A", "a"));

    assertThat(targets.findValuesAsText("class")).containsExactly("z.Z", "a.A");
  }

  @Test
  void saysWhyATargetCouldNotRun() throws Exception {
    assertThat(targets(broken("no such class")).get(0).get("error").asText())
        .isEqualTo("no such class");
    assertThat(targets(passed(CLASS, "parses")).get(0).has("error")).isFalse();
  }

  @Test
  void tellsFlakyAndKnownFindings() throws Exception {
    JsonNode findings =
        targets(failed(finding("1"), flaky("2"), known("3"))).get(0).get("findings");

    assertThat(findings)
        .extracting(f -> f.get("flaky").asBoolean())
        .containsExactly(false, true, false);
    assertThat(findings)
        .extracting(f -> f.get("known").asBoolean())
        .containsExactly(false, false, true);
  }

  @Test
  void tellsTheSeverityThatAnExceptionStates() throws Exception {
    TargetResult result = failed(finding("1", severe(Severity.LOW), ""), finding("2"));
    JsonNode findings = targets(result).get(0).get("findings");

    assertThat(findings.get(0).get("severity").asText()).isEqualTo("LOW");
    assertThat(findings.get(1).has("severity")).isFalse();
  }

  @Test
  void namesSuspects() throws Exception {
    JsonNode suspect = targets(withSuspect("/tmp/s", "killed")).get(0).get("suspects").get(0);

    assertThat(suspect.get("file").asText()).isEqualTo("/tmp/s");
    assertThat(suspect.get("reason").asText()).isEqualTo("killed");
  }

  @Test
  void saysWhyATargetIsSkipped() throws Exception {
    JsonNode target = targets(skipped("it is @Disabled")).get(0);

    assertThat(target.get("skipped").asText()).isEqualTo("it is @Disabled");
    assertThat(target.has("error")).isFalse();
  }

  @Test
  void writesLargeRatesWithoutAnExponent() throws Exception {
    TargetResult fast =
        new TargetResult(
            Results.target(CLASS, "parses").name(),
            Results.statistics(1000, 20_000_000),
            List.of(),
            List.of(),
            null,
            null);

    assertThat(text(fast)).contains("\"runsPerSecond\" : 20000000.0,");
  }

  @Test
  void keepsEveryCharacterAndShowsNoneThatATerminalObeys() throws Exception {
    String hostile = hostileText();
    String text = text(failed(finding("1", failure(hostile, hostile), "")));

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || c >= ' ' && c <= 0x7F);
    JsonNode finding = new ObjectMapper().readTree(text).at("/targets/0/findings/0");
    assertThat(finding.get("message").asText()).isEqualTo(hostile);
    assertThat(finding.get("stackTrace").asText()).isEqualTo(hostile);
  }
}
