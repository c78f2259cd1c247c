package io.github.mavenfuzz.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.failure.Cause;
import io.github.mavenfuzz.failure.Place;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Variant;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code results.json}, for programs. Texts are as they were, every character outside ASCII
 * escaped, so that lone surrogates survive and a terminal that shows the file obeys nothing in it.
 */
public final class JsonReport implements FuzzReport {
  /** Grows when a reader of the last version would misread the next. */
  private static final int SCHEMA_VERSION = 1;

  private static final String FILE = "results.json";

  @Override
  public void write(List<TargetReport> results, Path directory) throws IOException {
    SharedCauses shared = new SharedCauses(results.stream().map(TargetReport::result).toList());
    List<Target> targets = results.stream().map(result -> Target.of(result, shared)).toList();
    Results json = new Results(SCHEMA_VERSION, shared.count(), targets);
    ReportFile.write(directory, FILE, toJson(json));
  }

  @Override
  public void clear(Path directory) throws IOException {
    ReportFile.delete(directory, FILE, "");
  }

  private static String toJson(Results results) throws JsonProcessingException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    return mapper.writer(printer).writeValueAsString(results) + "\n";
  }

  private static String text(Path path) {
    return path == null ? null : path.toString();
  }

  /**
   * The whole file. The order of components is the order of keys, here and below.
   *
   * @param schemaVersion {@link #SCHEMA_VERSION}
   * @param causes of all targets' findings, each counted once; flaky ones are not
   */
  private record Results(int schemaVersion, int causes, List<Target> targets) {}

  /**
   * One target.
   *
   * @param clazz written as {@code class}
   * @param execution null, and then left out, when the target was run once only
   * @param error null, and then left out, when the target could be run
   * @param skipped why JUnit would not run the target; null, and then left out, when it would
   */
  private record Target(
      @JsonProperty("class") String clazz,
      String method,
      String execution,
      long runs,
      BigDecimal seconds,
      BigDecimal runsPerSecond,
      int workers,
      int coveredProbes,
      int totalProbes,
      int corpusEntries,
      int newEntries,
      int uninstrumentedClasses,
      String error,
      String skipped,
      List<JsonFinding> findings,
      List<JsonSuspect> suspects) {

    static Target of(TargetReport report, SharedCauses shared) {
      TargetResult result = report.result();
      RunStatistics statistics = result.statistics();
      return new Target(
          result.target().className(),
          result.target().methodName(),
          report.execution(),
          statistics.runs(),
          decimal(statistics.elapsed().toNanos() / 1e9, 3),
          decimal(statistics.runsPerSecond(), 1),
          statistics.workers(),
          statistics.coveredProbes(),
          statistics.totalProbes(),
          statistics.corpusEntries(),
          statistics.newEntries(),
          statistics.uninstrumentedClasses(),
          result.error(),
          result.skipped(),
          result.findings().stream()
              .map(f -> JsonFinding.of(f, report.reproduceCommand().apply(f), shared))
              .toList(),
          result.suspects().stream()
              .map(s -> new JsonSuspect(text(s.file()), s.reason()))
              .toList());
    }

    private static BigDecimal decimal(double number, int digits) {
      return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
  }

  /**
   * One finding.
   *
   * @param id stands for the cause
   * @param signature the cause and its callers, for people
   * @param cause what was thrown, and the place to blame
   * @param message null, and then left out, when the exception has none
   * @param severity null, and then left out, when no exception states one
   * @param crasher the path of the file; null, and then left out, when none could be written
   * @param input the file's content in Base64 when there is no file, else null and left out
   * @param crashLog the path of the file in which the JVM describes how it crashed; null, and then
   *     left out, when there is none
   * @param minimizedSize of the input, in bytes
   * @param sameCauseAs the first target with a finding of the cause; null, and then left out, when
   *     this is the first
   * @param variants other ways to the cause
   */
  private record JsonFinding(
      String id,
      String signature,
      JsonCause cause,
      String kind,
      String exception,
      String message,
      Severity severity,
      String stackTrace,
      String crasher,
      byte[] input,
      String crashLog,
      boolean known,
      boolean flaky,
      int minimizedSize,
      String reproduceCommand,
      String sameCauseAs,
      List<JsonVariant> variants) {

    static JsonFinding of(Finding finding, String reproduceCommand, SharedCauses shared) {
      return new JsonFinding(
          finding.id(),
          finding.failure().signature().toString(),
          JsonCause.of(finding.failure().signature().cause()),
          finding.failure().kind().name(),
          finding.failure().exception(),
          finding.failure().message(),
          finding.failure().severity(),
          finding.failure().stackTrace(),
          text(finding.crasher()),
          finding.crasher() == null ? finding.input() : null,
          text(finding.evidence().crashLog()),
          finding.known(),
          !finding.reproduced(),
          finding.input().length,
          reproduceCommand,
          shared.elsewhere(finding),
          finding.variants().stream().map(JsonVariant::of).toList());
    }
  }

  /**
   * One cause.
   *
   * @param thrown a class, or a word such as {@code hang}
   * @param issue the class of an exception that states a severity; null, and then left out, when
   *     there is none around what was thrown
   * @param places the place to blame; of a hang up to three that lead to it, innermost first
   */
  private record JsonCause(String thrown, String issue, List<JsonPlace> places) {
    static JsonCause of(Cause cause) {
      return new JsonCause(
          cause.thrown(), cause.issue(), cause.places().stream().map(JsonPlace::of).toList());
    }
  }

  /**
   * One place.
   *
   * @param clazz written as {@code class}
   * @param line below the first of the method, which is line 0; null, and then left out, when it is
   *     unknown or does not count
   */
  private record JsonPlace(@JsonProperty("class") String clazz, String method, Integer line) {
    static JsonPlace of(Place place) {
      return new JsonPlace(
          place.className(), place.method(), place.line() < 0 ? null : place.line());
    }
  }

  /**
   * One variant.
   *
   * @param path the callers of the place to blame, innermost first
   * @param file null, and then left out, when none could be written
   * @param size of the input, in bytes
   */
  private record JsonVariant(String path, String file, int size) {
    static JsonVariant of(Variant variant) {
      return new JsonVariant(
          variant.signature().path().toString(),
          text(variant.kept().file()),
          variant.kept().content().length);
    }
  }

  /**
   * One suspect.
   *
   * @param file null, and then left out, when none could be written
   */
  private record JsonSuspect(String file, String reason) {}
}
