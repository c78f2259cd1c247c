package io.github.mavenfuzz.report;

import io.github.mavenfuzz.coordinate.RunStatistics;
import io.github.mavenfuzz.coordinate.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the test suite of one class. For one suite. */
final class JUnitXmlSuite {
  private static final String SCHEMA =
      "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd";

  private final StringWriter text = new StringWriter();
  private final String className;
  private final FailureText failureText;
  private final XMLStreamWriter xml;
  private int depth;

  JUnitXmlSuite(String className, FailureText failureText) {
    this.className = className;
    this.failureText = failureText;
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
  String toXml(List<TargetResult> results) {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
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

  private void writeSuite(List<TargetResult> results) throws XMLStreamException {
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
    for (TargetResult result : results) {
      writeProperties(result.target().methodName(), result.statistics());
    }
    end();
    for (TargetResult result : results) {
      writeTarget(result);
    }
    end();
  }

  private void writeProperties(String method, RunStatistics statistics) throws XMLStreamException {
    property(method, "runs", Long.toString(statistics.runs()));
    property(method, "runsPerSecond", decimal(statistics.runsPerSecond()));
    property(method, "workers", Integer.toString(statistics.workers()));
    property(method, "coveredProbes", Integer.toString(statistics.coveredProbes()));
    property(method, "totalProbes", Integer.toString(statistics.totalProbes()));
    property(method, "corpusEntries", Integer.toString(statistics.corpusEntries()));
    property(method, "newEntries", Integer.toString(statistics.newEntries()));
  }

  private void property(String method, String name, String value) throws XMLStreamException {
    start("property");
    attribute("name", "fuzz." + method + '.' + name);
    attribute("value", value);
    end();
  }

  private void writeTarget(TargetResult result) throws XMLStreamException {
    List<Finding> failing = result.failing();
    List<Finding> further = further(result);
    startCase(result.target().methodName(), seconds(result.statistics()));
    if (further.size() < failing.size()) {
      writeFailure(failing.get(0));
    }
    for (Finding finding : result.findings()) {
      if (!finding.reproduced()) {
        writeFlaky(finding);
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
      startCase(result.target().methodName() + '[' + finding.id() + ']', 0);
      writeFailure(finding);
      writeOutput(finding.evidence().output());
      end();
    }
  }

  /** Those with a test case of their own; a target that ended in an error has its own case full. */
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

  private void writeFailure(Finding finding) throws XMLStreamException {
    start("failure");
    writeCause(finding);
    characters(failureText.of(finding));
    end();
  }

  private void writeFlaky(Finding finding) throws XMLStreamException {
    start("flakyFailure");
    writeCause(finding);
    start("stackTrace");
    characters(failureText.of(finding));
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
