package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the test suite of one class. For one suite. */
final class JUnitXmlSuite {
  /** Stands near the beginning of each file, by which it is known. */
  static final String MARK = "<!--written by fuzz-maven-plugin-->";

  private static final String SCHEMA =
      "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd";

  private final StringWriter text = new StringWriter();
  private final String className;
  private final Function<Finding, String> inputPreview;
  private final SharedCauses shared;
  private final XMLStreamWriter xml;
  private int depth;

  /**
   * @param shared the causes of all suites of the build
   */
  JUnitXmlSuite(String className, Function<Finding, String> inputPreview, SharedCauses shared) {
    this.className = className;
    this.inputPreview = inputPreview;
    this.shared = shared;
    try {
      // The JDK's own, whatever else is on a class path: its output is known and tested.
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  /**
   * @param results of the targets of the class
   */
  String toXml(List<TargetReport> results) {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeComment(MARK.substring("<!--".length(), MARK.length() - "-->".length()));
      writeSuite(results);
      xml.writeEndDocument();
      xml.close();
      return text.append('\n').toString();
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  private static IllegalStateException inMemory(XMLStreamException e) {
    return new IllegalStateException("writing XML to memory failed", e);
  }

  private void writeSuite(List<TargetReport> reports) throws XMLStreamException {
    List<TargetResult> results = reports.stream().map(TargetReport::result).toList();
    long failures = results.stream().mapToLong(r -> r.failing().size()).sum();
    long errors = results.stream().filter(r -> r.error() != null).count();
    long skipped = results.stream().filter(r -> r.skipped() != null).count();
    long further = results.stream().mapToLong(r -> further(r).size()).sum();
    double time = results.stream().mapToDouble(r -> seconds(r.statistics())).sum();
    start("testsuite");
    xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.writeAttribute(
        "xsi", "http://www.w3.org/2001/XMLSchema-instance", "noNamespaceSchemaLocation", SCHEMA);
    attribute("name", className);
    attribute("time", decimal(time));
    attribute("tests", Long.toString(results.size() + further));
    attribute("errors", Long.toString(errors));
    attribute("skipped", Long.toString(skipped));
    attribute("failures", Long.toString(failures));
    start("properties");
    for (TargetReport report : reports) {
      writeProperties(report.name(), report.result().statistics());
    }
    end();
    for (TargetReport report : reports) {
      writeTarget(report, new FailureText(report.reproduceCommand(), inputPreview, shared));
    }
    end();
  }

  private void writeProperties(String name, RunStatistics statistics) throws XMLStreamException {
    property(name, "runs", Long.toString(statistics.runs()));
    property(name, "runsPerSecond", decimal(statistics.runsPerSecond()));
    property(name, "workers", Integer.toString(statistics.workers()));
    property(name, "coveredProbes", Integer.toString(statistics.coveredProbes()));
    property(name, "totalProbes", Integer.toString(statistics.totalProbes()));
    property(name, "corpusEntries", Integer.toString(statistics.corpusEntries()));
    property(name, "newEntries", Integer.toString(statistics.newEntries()));
  }

  private void property(String run, String name, String value) throws XMLStreamException {
    start("property");
    attribute("name", "fuzz." + run + '.' + name);
    attribute("value", value);
    end();
  }

  private void writeTarget(TargetReport report, FailureText text) throws XMLStreamException {
    TargetResult result = report.result();
    List<Finding> failing = result.failing();
    List<Finding> further = further(result);
    startCase(report.name(), seconds(result.statistics()));
    if (further.size() < failing.size()) {
      writeFailure(failing.get(0), text);
    }
    for (Finding finding : result.findings()) {
      if (!finding.reproduced()) {
        writeFlaky(finding, text);
      }
    }
    if (result.error() != null) {
      start("error");
      attribute("message", result.error());
      characters(result.error());
      end();
    }
    if (result.skipped() != null) {
      start("skipped");
      attribute("message", result.skipped());
      end();
    }
    String output = further.size() < failing.size() ? failing.get(0).evidence().output() : "";
    writeOutput(output + suspects(result));
    end();
    for (Finding finding : further) {
      startCase(report.name() + '[' + finding.id() + ']', 0);
      writeFailure(finding, text);
      writeOutput(finding.evidence().output());
      end();
    }
  }

  /**
   * The findings with a test case of their own: all, if the case of the target has an error;
   * otherwise all but the first.
   */
  private static List<Finding> further(TargetResult result) {
    List<Finding> failing = result.failing();
    return result.error() != null || failing.isEmpty()
        ? failing
        : failing.subList(1, failing.size());
  }

  private static String suspects(TargetResult result) {
    StringBuilder lines = new StringBuilder();
    for (Suspect suspect : result.suspects()) {
      Object file = suspect.file() == null ? "not kept" : suspect.file();
      lines.append("\nSuspect: ").append(file).append(": ").append(suspect.reason());
    }
    return lines.toString();
  }

  private void startCase(String name, double time) throws XMLStreamException {
    start("testcase");
    attribute("name", name);
    attribute("classname", className);
    attribute("time", decimal(time));
  }

  private void writeFailure(Finding finding, FailureText text) throws XMLStreamException {
    start("failure");
    writeCause(finding);
    characters(text.of(finding));
    end();
  }

  private void writeFlaky(Finding finding, FailureText text) throws XMLStreamException {
    start("flakyFailure");
    writeCause(finding);
    start("stackTrace");
    characters(text.of(finding));
    end();
    writeOutput(finding.evidence().output());
    end();
  }

  private void writeCause(Finding finding) throws XMLStreamException {
    if (finding.failure().message() != null) {
      attribute("message", finding.failure().message());
    }
    attribute("type", finding.failure().exception());
  }

  private void writeOutput(String output) throws XMLStreamException {
    if (!output.isBlank()) {
      start("system-out");
      characters(output);
      end();
    }
  }

  private void start(String element) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth++));
    xml.writeStartElement(element);
  }

  private void end() throws XMLStreamException {
    depth--;
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.line(value));
  }

  private void characters(String content) throws XMLStreamException {
    xml.writeCharacters(VisibleText.lines(content));
  }

  private static double seconds(RunStatistics statistics) {
    return statistics.elapsed().toNanos() / 1e9;
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
