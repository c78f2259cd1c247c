package io.github.mavenfuzz.report;

import io.github.mavenfuzz.failure.CallPath;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.Variant;
import java.util.Base64;
import java.util.function.Function;

/**
 * What a test report says of a finding: the command that reproduces it, which people need first,
 * then the trace, then the input.
 *
 * @param reproduceCommand one line
 * @param inputPreview of any length
 * @param shared the causes of all targets in the report
 */
record FailureText(
    Function<Finding, String> reproduceCommand,
    Function<Finding, String> inputPreview,
    SharedCauses shared) {

  /** The text, not yet made visible. */
  String of(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(reproduceCommand.apply(finding)).append("\n\n");
    String trace = finding.failure().stackTrace();
    text.append((trace.isEmpty() ? headline(finding) : trace).stripTrailing()).append("\n\n");
    if (finding.failure().severity() != null) {
      text.append("Severity: ").append(finding.failure().severity()).append('\n');
    }
    text.append("Input (").append(finding.input().length).append(" bytes): ");
    text.append(inputPreview.apply(finding)).append('\n');
    text.append(kept(finding)).append('\n');
    if (finding.evidence().crashLog() != null) {
      text.append("Crash log of the JVM: ").append(finding.evidence().crashLog()).append('\n');
    }
    String elsewhere = shared.elsewhere(finding);
    if (elsewhere != null) {
      text.append("The same cause as in ").append(elsewhere).append('\n');
    }
    finding.variants().forEach(v -> text.append("Another way there: ").append(way(v)).append('\n'));
    return text.toString();
  }

  /** {@code com.example.Parser.array < com.example.Parser.read: /project/target/fuzz/...}. */
  private static String way(Variant variant) {
    CallPath path = variant.signature().path();
    String callers = path.equals(CallPath.NONE) ? "called directly" : path.toString();
    return variant.kept().file() == null ? callers : callers + ": " + variant.kept().file();
  }

  /** The place of the input: a file, or else this very text. */
  static String kept(Finding finding) {
    return finding.crasher() == null
        ? "No file could be written; in Base64 the input is "
            + Base64.getEncoder().encodeToString(finding.input())
        : "Kept as: " + finding.crasher();
  }

  /** The exception as Java prints it: its class, and its message if it has one. */
  static String headline(Finding finding) {
    String message = finding.failure().message();
    String exception = finding.failure().exception();
    return message == null ? exception : exception + ": " + message;
  }
}
