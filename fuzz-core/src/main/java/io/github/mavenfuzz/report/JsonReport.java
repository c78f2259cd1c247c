package io.github.mavenfuzz.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.mavenfuzz.coordinate.RunStatistics;
import io.github.mavenfuzz.coordinate.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Suspect;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * {@code results.json}, for programs. Texts are as they were, every character outside ASCII
 * escaped, so that lone surrogates survive and a terminal that shows the file obeys nothing in it.
 * A key whose value is null is left out.
 */
public final class JsonReport implements FuzzReport {
  /** Grows when a reader of the last version would misread the next. */
  private static final int SCHEMA_VERSION = 1;

  private static final String FILE = "results.json";

  @Override
  public void write(
      List<TargetResult> results, Function<Finding, String> reproduceCommand, Path directory)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("targets");
      for (TargetResult result : results) {
        write(json, result, reproduceCommand);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    ReportFile.write(directory, FILE, text + "\n");
  }

  private static JsonGenerator generator(StringWriter text) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return JsonFactory.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build()
        .createGenerator(text)
        .setPrettyPrinter(printer);
  }

  private static void write(
      JsonGenerator json, TargetResult result, Function<Finding, String> reproduceCommand)
      throws IOException {
    RunStatistics statistics = result.statistics();
    json.writeStartObject();
    json.writeStringField("class", result.target().className());
    json.writeStringField("method", result.target().methodName());
    json.writeNumberField("runs", statistics.runs());
    json.writeNumberField("seconds", decimal(statistics.elapsed().toNanos() / 1e9, 3));
    json.writeNumberField("runsPerSecond", decimal(statistics.runsPerSecond(), 1));
    json.writeNumberField("workers", statistics.workers());
    json.writeNumberField("coveredProbes", statistics.coveredProbes());
    json.writeNumberField("totalProbes", statistics.totalProbes());
    json.writeNumberField("corpusEntries", statistics.corpusEntries());
    json.writeNumberField("newEntries", statistics.newEntries());
    json.writeNumberField("uninstrumentedClasses", statistics.uninstrumentedClasses());
    writeUnlessNull(json, "error", result.error());
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      write(json, finding, reproduceCommand.apply(finding));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("suspects");
    for (Suspect suspect : result.suspects()) {
      write(json, suspect);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static BigDecimal decimal(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
  }

  private static void write(JsonGenerator json, Finding finding, String reproduceCommand)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", finding.id());
    json.writeStringField("signature", finding.failure().signature());
    json.writeStringField("kind", finding.failure().kind().name());
    json.writeStringField("exception", finding.failure().exception());
    writeUnlessNull(json, "message", finding.failure().message());
    writeUnlessNull(json, "severity", finding.failure().severity());
    json.writeStringField("stackTrace", finding.failure().stackTrace());
    writeUnlessNull(json, "crasher", finding.crasher());
    if (finding.crasher() == null) {
      json.writeBinaryField("input", finding.input());
    }
    writeUnlessNull(json, "crashLog", finding.evidence().crashLog());
    json.writeBooleanField("known", finding.known());
    json.writeBooleanField("flaky", !finding.reproduced());
    json.writeNumberField("minimizedSize", finding.input().length);
    json.writeStringField("reproduceCommand", reproduceCommand);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Suspect suspect) throws IOException {
    json.writeStartObject();
    writeUnlessNull(json, "file", suspect.file());
    json.writeStringField("reason", suspect.reason());
    json.writeEndObject();
  }

  /**
   * @param value written as its text
   */
  private static void writeUnlessNull(JsonGenerator json, String key, Object value)
      throws IOException {
    if (value != null) {
      json.writeStringField(key, value.toString());
    }
  }
}
