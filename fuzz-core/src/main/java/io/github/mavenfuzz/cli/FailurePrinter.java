package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.report.VisibleText;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Prints failures as Jazzer and libFuzzer do, so that ClusterFuzz knows their kind and their stack.
 */
final class FailurePrinter {
  private static final int MAX_OUTPUT_LINES = 20;

  /** Larger inputs are not printed. */
  private static final int MAX_PRINTED_INPUT = 256;

  /** Further lines of a message, set off so that nobody takes one for a line of ours. */
  private static final Pattern MESSAGE_LINE = Pattern.compile("(?<=\n)(?!\\s|Caused by: ).+");

  private final Console console;
  private final Artifacts artifacts;
  private final Limits limits;

  /**
   * What the messages name.
   *
   * @param timeoutSeconds the deadline of a run
   * @param heap the JVM's argument that limits the heap
   */
  record Limits(long timeoutSeconds, String heap) {}

  FailurePrinter(Console console, Artifacts artifacts, Limits limits) {
    this.console = console;
    this.artifacts = artifacts;
    this.limits = limits;
  }

  /**
   * Prints a failure.
   *
   * @param evidence what the worker JVM left behind
   */
  void print(Failure failure, Evidence evidence) {
    printOutput(evidence.output());
    if (evidence.crashLog() != null) {
      console.print("Crash log of the JVM: " + VisibleText.lines(evidence.crashLog().toString()));
    }
    switch (failure.kind()) {
      case EXCEPTION -> console.print("\n== Java Exception: " + trace(failure));
      case EXIT -> {
        console.print("\n== Java Exception: " + trace(failure));
        console.event("ERROR: libFuzzer: fuzz target exited");
        console.print("SUMMARY: libFuzzer: fuzz target exited");
      }
      case SIGNAL -> {
        console.event("ERROR: libFuzzer: deadly signal");
        console.print(trace(failure) + "\nSUMMARY: libFuzzer: deadly signal");
      }
      case HANG -> printHang(failure);
      case OUT_OF_MEMORY -> {
        console.event("ERROR: libFuzzer: out-of-memory (heap limit: " + limits.heap + ")");
        console.print(
            "   To change the limit use -rss_limit_mb=<N>, of which the heap is three quarters\n");
        console.print(trace(failure) + "\nSUMMARY: libFuzzer: out-of-memory");
      }
    }
    console.print("DEDUP_TOKEN: " + failure.id());
  }

  private void printHang(Failure failure) {
    long seconds = limits.timeoutSeconds;
    console.print("ALARM: working on the last Unit for " + seconds + " seconds");
    console.print("       and the timeout value is " + seconds + " (use -timeout=N to change)");
    console.event("ERROR: libFuzzer: timeout after " + seconds + " seconds");
    console.print(trace(failure) + "\nSUMMARY: libFuzzer: timeout");
  }

  /** Every line is set off, so that nobody takes it for one of ours. */
  private void printOutput(String output) {
    List<String> lines = VisibleText.lines(output.strip()).lines().toList();
    if (!lines.isEmpty()) {
      console.print("The last output of the worker JVM:");
      lines
          .subList(Math.max(0, lines.size() - MAX_OUTPUT_LINES), lines.size())
          .forEach(line -> console.print("    | " + line));
    }
  }

  private static String trace(Failure failure) {
    String message = failure.message() == null ? "" : ": " + failure.message();
    String trace =
        failure.stackTrace().isBlank() ? failure.exception() + message : failure.stackTrace();
    String lines = VisibleText.lines(trace.strip());
    return MESSAGE_LINE.matcher(lines).replaceAll("    $0");
  }

  /** Prints the input that fails. */
  void printInput(byte[] input) {
    console.print("== libFuzzer crashing input ==");
    console.print("MS: 0 ; base unit: " + "0".repeat(40));
    if (input.length <= MAX_PRINTED_INPUT) {
      StringJoiner hex = new StringJoiner(",", "", ",");
      StringBuilder ascii = new StringBuilder();
      for (byte b : input) {
        hex.add(String.format(Locale.ROOT, "0x%x", b & 0xFF));
        ascii.append(ascii(b & 0xFF));
      }
      console.print(input.length == 0 ? "" : hex.toString());
      console.print(ascii.toString());
    }
  }

  private static String ascii(int b) {
    if (b == '\\') {
      return "\\\\";
    }
    return b >= ' ' && b < 0x7F ? Character.toString(b) : String.format(Locale.ROOT, "\\%03o", b);
  }

  /**
   * Says where the input was written.
   *
   * @param path as it was named on the command line
   */
  void printArtifact(String path, byte[] input) {
    console.print(
        "artifact_prefix='%s'; Test unit written to %s".formatted(artifacts.prefix(), path));
    if (input.length <= MAX_PRINTED_INPUT) {
      console.print("Base64: " + Base64.getEncoder().encodeToString(input));
    }
  }
}
