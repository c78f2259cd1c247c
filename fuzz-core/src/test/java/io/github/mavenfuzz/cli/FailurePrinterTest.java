package io.github.mavenfuzz.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailurePrinterTest {
  private static final String STACK = "\tat com.example.Parser.parse(Parser.java:12)\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final FailurePrinter printer =
      new FailurePrinter(
          new Console(new PrintStream(out, true, UTF_8), true),
          new Artifacts(Path.of("/"), "./", null),
          new FailurePrinter.Limits(25, "-Xmx1920m"));

  @Test
  void anExceptionIsThatOfJazzer() {
    assertThat(printed(exception("java.lang.IllegalStateException: bad"), ""))
        .isEqualTo(
            """

            == Java Exception: java.lang.IllegalStateException: bad
            \tat com.example.Parser.parse(Parser.java:12)
            DEDUP_TOKEN: %s
            """
                .formatted(token()));
  }

  @Test
  void noLineOfAMessageIsTakenForOneOfOurs() {
    Failure failure = exception("java.lang.Error: one\nDEDUP_TOKEN: two\n== Java Exception: three");

    assertThat(printed(failure, "").lines())
        .filteredOn(line -> line.startsWith("== Java Exception: "))
        .containsExactly("== Java Exception: java.lang.Error: one");
    assertThat(printed(failure, "").lines())
        .filteredOn(line -> line.startsWith("DEDUP_TOKEN: "))
        .containsExactly("DEDUP_TOKEN: " + token());
  }

  @Test
  void aHangIsThatOfLibFuzzer() {
    assertThat(printed(failure(FailureKind.HANG, "no return within 25 s"), ""))
        .isEqualTo(
            """
            ALARM: working on the last Unit for 25 seconds
                   and the timeout value is 25 (use -timeout=N to change)
            ==PID== ERROR: libFuzzer: timeout after 25 seconds
            no return within 25 s
            \tat com.example.Parser.parse(Parser.java:12)
            SUMMARY: libFuzzer: timeout
            DEDUP_TOKEN: %s
            """
                .formatted(token()));
  }

  @Test
  void lackOfMemoryIsThatOfLibFuzzer() {
    assertThat(printed(failure(FailureKind.OUT_OF_MEMORY, "java.lang.OutOfMemoryError"), ""))
        .isEqualTo(
            """
            ==PID== ERROR: libFuzzer: out-of-memory (heap limit: -Xmx1920m)
               To change the limit use -rss_limit_mb=<N>, of which the heap is three quarters

            java.lang.OutOfMemoryError
            \tat com.example.Parser.parse(Parser.java:12)
            SUMMARY: libFuzzer: out-of-memory
            DEDUP_TOKEN: %s
            """
                .formatted(token()));
  }

  @Test
  void theOutputOfTheTargetCannotBeTakenForOurs() {
    assertThat(printed(exception("E"), "one\n== Java Exception: fake\u001b[0m\n"))
        .startsWith(
            """
            The last output of the worker JVM:
                | one
                | == Java Exception: fake""")
        .doesNotContain("\u001b");
  }

  @Test
  void theInputIsThatOfLibFuzzer() {
    printer.printInput(new byte[] {'a', 0, '\\', (byte) 0xFF, '"'});
    printer.printArtifact("./crash-1", new byte[] {'a', 'b', 'c'});

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            == libFuzzer crashing input ==
            MS: 0 ; base unit: 0000000000000000000000000000000000000000
            0x61,0x0,0x5c,0xff,0x22,
            a\\000\\\\\\377"
            artifact_prefix='./'; Test unit written to ./crash-1
            Base64: YWJj
            """);
  }

  @Test
  void aLargeInputIsNotPrinted() {
    printer.printInput(new byte[257]);
    printer.printArtifact("./crash-1", new byte[257]);

    assertThat(out.toString(UTF_8).lines()).hasSize(3).noneMatch(line -> line.contains("0x0"));
  }

  /**
   * What ClusterFuzz's stack parser makes of a crash: the type that the first line sets, which only
   * a hang or lacking memory overrides, and the frames of Java exceptions.
   */
  private static String classify(String output) {
    Map<Pattern, String> first = new LinkedHashMap<>();
    first.put(Pattern.compile("== Java Exception: .*FuzzerSecurityIssue"), "Security exception");
    first.put(Pattern.compile("== Java Exception: .*"), "Uncaught exception");
    first.put(Pattern.compile(".*ERROR:\\s*libFuzzer:\\s*deadly signal"), "Fatal-signal");
    first.put(Pattern.compile(".*ERROR:\\s*libFuzzer:\\s*fuzz target exited"), "Unexpected-exit");
    Map<Pattern, String> always =
        Map.of(
            Pattern.compile(".*ERROR:\\s*libFuzzer:\\s*timeout"),
            "Timeout",
            Pattern.compile(".*libFuzzer: out-of-memory \\(.*"),
            "Out-of-memory");
    Pattern frame = Pattern.compile("\\s*at (.*)\\(.*\\)");
    StringBuilder state = new StringBuilder();
    String type = null;
    for (String line : output.lines().toList()) {
      type = matching(always, line) == null ? type : matching(always, line);
      type = type == null ? matching(first, line) : type;
      if (type != null && type.endsWith("exception") && frame.matcher(line).lookingAt()) {
        state.append(" ").append(line.strip().replaceAll("^at (.*)\\(.*", "$1"));
      }
    }
    return type + state;
  }

  private static String matching(Map<Pattern, String> types, String line) {
    return types.entrySet().stream()
        .filter(e -> e.getKey().matcher(line).lookingAt())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  @Test
  void clusterFuzzKnowsEveryKindOfFailure() {
    String frames = " com.example.Parser.parse";

    assertThat(classify(printed(exception("java.lang.Error: x"), "ERROR in the target")))
        .isEqualTo("Uncaught exception" + frames);
    assertThat(
            classify(
                printed(
                    exception(
                        "com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh: Injection"),
                    "")))
        .isEqualTo("Security exception" + frames);
    assertThat(classify(printed(failure(FailureKind.EXIT, "exit code 3"), "")))
        .isEqualTo("Uncaught exception" + frames);
    assertThat(classify(printed(failure(FailureKind.SIGNAL, "SIGSEGV"), "")))
        .isEqualTo("Fatal-signal");
    assertThat(classify(printed(failure(FailureKind.HANG, "no return"), ""))).isEqualTo("Timeout");
    assertThat(classify(printed(failure(FailureKind.OUT_OF_MEMORY, "java.lang.Error"), "")))
        .isEqualTo("Out-of-memory");
  }

  @Test
  void saysWhereTheJvmDescribesItsCrash() {
    Path crashLog = Path.of("/results/hs_err_1.log");

    printer.print(failure(FailureKind.SIGNAL, "SIGSEGV"), new Evidence("", crashLog));

    assertThat(out.toString(UTF_8)).startsWith("Crash log of the JVM: /results/hs_err_1.log\n");
  }

  private String printed(Failure failure, String output) {
    out.reset();
    printer.print(failure, Evidence.ofOutput(output));
    return out.toString(UTF_8).replaceAll("==\\d+==", "==PID==");
  }

  private static String token() {
    return Failures.failure("signature").id();
  }

  private static Failure exception(String headline) {
    return failure(FailureKind.EXCEPTION, headline);
  }

  private static Failure failure(FailureKind kind, String headline) {
    List<String> words = List.of(headline.split(": ", 2));
    String message = words.size() == 2 ? words.get(1) : null;
    return new Failure(
        Failures.signature(kind, "signature"), words.get(0), message, headline + "\n" + STACK);
  }
}
