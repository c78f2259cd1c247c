package io.github.mavenfuzz.report;

import static io.github.mavenfuzz.report.Results.CLASS;
import static io.github.mavenfuzz.report.Results.TRACE;
import static io.github.mavenfuzz.report.Results.alsoFailed;
import static io.github.mavenfuzz.report.Results.broken;
import static io.github.mavenfuzz.report.Results.crashed;
import static io.github.mavenfuzz.report.Results.failed;
import static io.github.mavenfuzz.report.Results.failure;
import static io.github.mavenfuzz.report.Results.finding;
import static io.github.mavenfuzz.report.Results.flaky;
import static io.github.mavenfuzz.report.Results.hostileText;
import static io.github.mavenfuzz.report.Results.passed;
import static io.github.mavenfuzz.report.Results.severe;
import static io.github.mavenfuzz.report.Results.withSuspect;
import static io.github.mavenfuzz.report.Results.withVariants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlReportTest {
  private static Schema schema;

  @TempDir Path directory;

  @BeforeAll
  static void readSurefiresSchema() throws Exception {
    URL location =
        Stream.of(
                "/surefire-test-report.xsd",
                "/surefire-3.5.4/maven-surefire-plugin/src/site/resources/xsd/surefire-test-report.xsd")
            .map(JUnitXmlReportTest.class::getResource)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(location);
  }

  private void write(TargetResult... results) throws IOException {
    new JUnitXmlReport(f -> "preview of " + f.id())
        .write(List.of(results), f -> "mvn reproduce " + f.id(), directory);
  }

  /** The root element of a report, which has been validated. */
  private Element suite(String className) throws Exception {
    Path file = directory.resolve("TEST-" + className + ".xml");
    schema.newValidator().validate(new StreamSource(file.toFile()));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private Element suiteOf(TargetResult... results) throws Exception {
    write(results);
    return suite(CLASS);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Element only(Element parent, String name) {
    assertThat(all(parent, name)).hasSize(1);
    return all(parent, name).get(0);
  }

  private static List<String> caseNames(Element suite) {
    return all(suite, "testcase").stream().map(c -> c.getAttribute("name")).toList();
  }

  private static String counts(Element suite) {
    return suite.getAttribute("tests")
        + " tests, "
        + suite.getAttribute("failures")
        + " failures, "
        + suite.getAttribute("errors")
        + " errors, "
        + suite.getAttribute("skipped")
        + " skipped";
  }

  @Test
  void isASuiteForEachClassWithACaseForEachTarget() throws Exception {
    write(passed(CLASS, "parses"), passed("a.Other$Inner", "reads"), passed(CLASS, "prints"));

    assertThat(suite(CLASS).getAttribute("name")).isEqualTo(CLASS);
    assertThat(caseNames(suite(CLASS))).containsExactly("parses", "prints");
    assertThat(caseNames(suite("a.Other$Inner"))).containsExactly("reads");
    assertThat(counts(suite(CLASS))).isEqualTo("2 tests, 0 failures, 0 errors, 0 skipped");
    assertThat(suite(CLASS).getAttribute("time")).isEqualTo("24.000");
    assertThat(all(suite(CLASS), "testcase"))
        .allMatch(c -> c.getAttribute("classname").equals(CLASS))
        .allMatch(c -> c.getAttribute("time").equals("12.000"));
  }

  @Test
  void hasTheFiguresOfEachTargetAsProperties() throws Exception {
    Element suite = suiteOf(passed(CLASS, "parses"));

    assertThat(all(suite, "property"))
        .extracting(p -> p.getAttribute("name") + "=" + p.getAttribute("value"))
        .contains(
            "fuzz.parses.runs=1200000",
            "fuzz.parses.runsPerSecond=100000.000",
            "fuzz.parses.coveredProbes=412");
  }

  @Test
  void doesNotDependOnTheLocale() throws Exception {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(suiteOf(passed(CLASS, "parses")).getAttribute("time")).isEqualTo("12.000");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void failsTheTargetForItsFirstFindingAndACaseOfItsOwnForEachFurther() throws Exception {
    Element suite = suiteOf(failed(finding("parse"), finding("lists"), finding("maps")));

    assertThat(caseNames(suite))
        .containsExactly("parses", "parses[aa1183e3e685]", "parses[e964631c2cc4]");
    assertThat(counts(suite)).isEqualTo("3 tests, 3 failures, 0 errors, 0 skipped");
    assertThat(all(suite, "testcase")).allMatch(c -> all(c, "failure").size() == 1);
  }

  @Test
  void beginsTheFailureWithTheCommandThatReproducesIt() throws Exception {
    Element failure =
        only(suiteOf(failed(finding("parse", failure("bad", TRACE), "out"))), "failure");

    assertThat(failure.getTextContent())
        .isEqualTo(
            "mvn reproduce 2a7e63980337\n\n"
                + TRACE
                + "\nInput (3 bytes): preview of 2a7e63980337\n"
                + "Kept as: /project/src/test/resources/fuzz/crash-parse\n");
    assertThat(failure.getAttribute("message")).isEqualTo("bad");
    assertThat(failure.getAttribute("type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(only((Element) failure.getParentNode(), "system-out").getTextContent())
        .isEqualTo("out");
  }

  @Test
  void namesTheLogOfACrash() throws Exception {
    write(failed(crashed("1")));

    assertThat(all(suite(CLASS), "failure").get(0).getTextContent())
        .endsWith("Crash log of the JVM: /project/target/fuzz/hs_err_1.log\n");
  }

  @Test
  void tellsTheSeverityThatAnExceptionStates() throws Exception {
    Element suite = suiteOf(failed(finding("parse", severe(Severity.MEDIUM), "")));

    assertThat(only(suite, "failure").getTextContent())
        .contains(TRACE + "\nSeverity: MEDIUM\nInput (3 bytes): ");
  }

  @Test
  void saysWhatIsKnownWhenThereIsNoTrace() throws Exception {
    Finding finding = finding("parse", failure(null, ""), "");
    Element failure = only(suiteOf(failed(finding)), "failure");

    assertThat(failure.hasAttribute("message")).isFalse();
    assertThat(failure.getTextContent())
        .startsWith("mvn reproduce 2a7e63980337\n\njava.lang.IllegalStateException\n\nInput");
  }

  @Test
  void showsFlakyFindingsWithoutFailing() throws Exception {
    Element suite = suiteOf(failed(flaky("parse"), flaky("lists")));

    assertThat(caseNames(suite)).containsExactly("parses");
    assertThat(counts(suite)).isEqualTo("1 tests, 0 failures, 0 errors, 0 skipped");
    assertThat(all(suite, "failure")).isEmpty();
    assertThat(all(suite, "flakyFailure")).hasSize(2);
    assertThat(all(suite, "stackTrace").get(0).getTextContent())
        .startsWith("mvn reproduce 2a7e63980337\n\n" + TRACE);
  }

  @Test
  void tellsTheOtherWaysToACauseAndWhoElseHasIt() throws Exception {
    Finding finding = withVariants("parse", "a.B.c", "a.D.e");
    Element suite = suiteOf(failed(finding), alsoFailed("reads", finding));

    assertThat(counts(suite)).isEqualTo("2 tests, 2 failures, 0 errors, 0 skipped");
    assertThat(all(suite, "failure").get(0).getTextContent())
        .contains("\nAnother way there: a.B.c: /project/target/fuzz/variants/a.B.c\n")
        .endsWith("\nAnother way there: a.D.e\n");
    assertThat(all(suite, "failure").get(1).getTextContent())
        .endsWith("\nThe same cause as in com.example.ParserFuzz#parses\n");
  }

  @Test
  void showsFlakyFindingsBesideOthers() throws Exception {
    Element suite = suiteOf(failed(flaky("1"), finding("2"), flaky("3"), finding("4")));

    assertThat(caseNames(suite)).containsExactly("parses", "parses[3b910dc877c0]");
    assertThat(counts(suite)).isEqualTo("2 tests, 2 failures, 0 errors, 0 skipped");
    assertThat(only(all(suite, "testcase").get(0), "failure").getTextContent())
        .startsWith("mvn reproduce 45d6ab0af112\n");
  }

  @Test
  void countsATargetThatCouldNotRunAsAnError() throws Exception {
    Element suite = suiteOf(broken("no such class: com.example.Gone"));

    assertThat(counts(suite)).isEqualTo("1 tests, 0 failures, 1 errors, 0 skipped");
    assertThat(only(suite, "error").getTextContent()).isEqualTo("no such class: com.example.Gone");
  }

  @Test
  void keepsTheFindingsOfATargetThatEndedInAnError() throws Exception {
    Element suite = suiteOf(broken("the worker is gone", finding("1"), flaky("2")));

    assertThat(caseNames(suite)).containsExactly("parses", "parses[23d5c8bf6ef0]");
    assertThat(counts(suite)).isEqualTo("2 tests, 1 failures, 1 errors, 0 skipped");
    assertThat(all(all(suite, "testcase").get(0), "failure")).isEmpty();
  }

  @Test
  void namesSuspectsInTheOutputOfTheTarget() throws Exception {
    Element suite = suiteOf(withSuspect("/target/fuzz/suspect-1", "it was killed by SIGKILL"));

    assertThat(only(suite, "system-out").getTextContent().strip())
        .isEqualTo("Suspect: /target/fuzz/suspect-1: it was killed by SIGKILL");
  }

  @Test
  void survivesWhateverInputsContain() throws Exception {
    String hostile = hostileText();
    Finding first = finding("1", failure(hostile, hostile), hostile);
    Finding flaky =
        new Finding(
            first.target(), first.failure(), first.kept(), false, Evidence.ofOutput(hostile));
    new JUnitXmlReport(f -> hostile)
        .write(
            List.of(failed(first, flaky, first), broken(hostile)),
            f -> "mvn " + hostile,
            directory);

    Element suite = suite(CLASS);

    Element failure = all(suite, "failure").get(0);
    assertThat(failure.getAttribute("message"))
        .contains(
            "]]> <b>&amp; \" ' \\u001b[31mred\\u009b0m \uD83D\uDE00", "\\r", "\\n", "\\u0000");
    for (Element text : all(suite, "*")) {
      assertThat(text.getTextContent().codePoints()).noneMatch(JUnitXmlReportTest::isInvisible);
    }
    assertThat(failure.getTextContent()).contains("]]> <b>&amp;", "\\u001b", "\\ud83d", "\\uffff");
    assertThat(all(suite, "system-out").get(0).getTextContent()).contains("\\u001b[31m", "a\nb");
  }

  private static boolean isInvisible(int c) {
    return c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c == 0x202E;
  }

  @Test
  void replacesAnOlderReportAndLeavesNothingElseBehind() throws Exception {
    write(failed(finding("1")));
    write(passed(CLASS, "parses"));

    assertThat(all(suite(CLASS), "failure")).isEmpty();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("TEST-" + CLASS + ".xml"));
    }
  }

  @Test
  void saysWhyItCannotBeWritten() throws Exception {
    Path file = Files.createFile(directory.resolve("fuzz"));

    assertThatThrownBy(
            () -> new JUnitXmlReport(f -> "").write(List.of(passed("a.B", "c")), f -> "", file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot write the report "
                + file.resolve("TEST-a.B.xml")
                + " (its directory is a file): make room and make the directory writable");
  }
}
