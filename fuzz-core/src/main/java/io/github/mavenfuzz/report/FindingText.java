package io.github.mavenfuzz.report;

import io.github.mavenfuzz.failure.StackTraceTrimmer;
import io.github.mavenfuzz.finding.Finding;
import java.util.List;
import java.util.function.Function;

/**
 * Formats a finding as a block for the build log: what failed and how, on which input, and what to
 * do next.
 */
public final class FindingText {
  private static final int MAX_HEADLINE = 500;
  private static final int MAX_TRACE_LINES = 60;
  private static final int MAX_OUTPUT_LINES = 20;

  private final boolean trimStackTrace;
  private final Function<Finding, String> inputPreview;
  private final Function<Finding, String> reproduceCommand;
  private final Function<Finding, String> caveat;

  /**
   * @param trimStackTrace whether only the frames of the project and its libraries are shown
   * @param inputPreview the input of a finding in a form that people can read
   * @param reproduceCommand what a user types to see a finding again, as one line
   */
  public FindingText(
      boolean trimStackTrace,
      Function<Finding, String> inputPreview,
      Function<Finding, String> reproduceCommand) {
    this(trimStackTrace, inputPreview, reproduceCommand, finding -> null);
  }

  /**
   * @param caveat a sentence that says why test runs may not replay a finding's crasher, or null
   *     when they do
   */
  public FindingText(
      boolean trimStackTrace,
      Function<Finding, String> inputPreview,
      Function<Finding, String> reproduceCommand,
      Function<Finding, String> caveat) {
    this.trimStackTrace = trimStackTrace;
    this.inputPreview = inputPreview;
    this.reproduceCommand = reproduceCommand;
    this.caveat = caveat;
  }

  /**
   * @param number of the finding in this build, from 1
   * @return lines that each end in a line feed
   */
  public String of(int number, Finding finding) {
    StringBuilder block = new StringBuilder();
    block.append("Finding ").append(number).append(" [").append(finding.id()).append("] in ");
    block.append(VisibleText.line(finding.target().id())).append('\n');
    block.append("  ").append(headline(finding)).append('\n');
    if (finding.failure().severity() != null) {
      block.append("  Severity: ").append(finding.failure().severity()).append('\n');
    }
    appendTrace(block, finding);
    appendOutput(block, finding.evidence().output());
    block.append("  Input (").append(finding.input().length).append(" bytes): ");
    block.append(indented(inputPreview.apply(finding).stripTrailing())).append('\n');
    block.append("  ").append(VisibleText.line(FailureText.kept(finding))).append('\n');
    if (finding.evidence().crashLog() != null) {
      String crashLog = finding.evidence().crashLog().toString();
      block.append("  Crash log of the JVM: ").append(VisibleText.line(crashLog)).append('\n');
    }
    block.append("  ").append(status(finding)).append('\n');
    block.append("  Reproduce: ").append(VisibleText.line(reproduceCommand.apply(finding)));
    return block.append('\n').toString();
  }

  private String status(Finding finding) {
    if (!finding.reproduced()) {
      return "Flaky: it failed once and passed when it was run again, so look for state that one"
          + " run leaves to the next, threads, time and randomness.";
    }
    if (finding.crasher() == null) {
      return "New: save the input as a file among the seeds, and commit it with the fix.";
    }
    if (finding.known()) {
      return "Known: this file was there before the run, and the target still fails on it.";
    }
    String why = caveat.apply(finding);
    return why == null
        ? "New: commit the file with the fix; every test run replays it from now on."
        : "New: commit the file with the fix. " + VisibleText.line(why);
  }

  private static String headline(Finding finding) {
    String headline = FailureText.headline(finding);
    return headline.length() <= MAX_HEADLINE
        ? VisibleText.line(headline)
        : VisibleText.line(headline.substring(0, MAX_HEADLINE)) + "...";
  }

  private void appendTrace(StringBuilder block, Finding finding) {
    String trace = finding.failure().stackTrace();
    String known = FailureText.headline(finding) + "\n";
    if (trace.startsWith(known)) {
      trace = trace.substring(known.length());
    }
    if (trimStackTrace) {
      trace = StackTraceTrimmer.trim(trace);
    }
    List<String> lines = VisibleText.lines(trace).lines().toList();
    for (String line : lines.subList(0, Math.min(lines.size(), MAX_TRACE_LINES))) {
      block.append("  ").append(line.replace("\t", "    ")).append('\n');
    }
    if (lines.size() > MAX_TRACE_LINES) {
      int more = lines.size() - MAX_TRACE_LINES;
      block.append("      ... ").append(more).append(" more lines, which the reports have\n");
    }
  }

  private static void appendOutput(StringBuilder block, String output) {
    List<String> lines = VisibleText.lines(output.strip()).lines().toList();
    if (!lines.isEmpty()) {
      block.append("  The last output of the worker JVM:\n");
      for (String line :
          lines.subList(Math.max(0, lines.size() - MAX_OUTPUT_LINES), lines.size())) {
        block.append("    | ").append(line).append('\n');
      }
    }
  }

  private static String indented(String text) {
    return VisibleText.lines(text).replace("\n", "\n    ");
  }
}
