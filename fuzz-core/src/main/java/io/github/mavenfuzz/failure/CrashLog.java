package io.github.mavenfuzz.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a HotSpot JVM tells of its own crash, in the file that it calls an error report
 * (hs_err_pid.log). The JVM may have died while it wrote the file, so that any part can be missing.
 * Read in the coordinator.
 *
 * @param name the signal or the like as HotSpot names it, the same whenever the JVM crashes for the
 *     same reason
 * @param detail what else it says about the crash, or null
 * @param outOfMemory whether there was no memory left
 * @param stack the Java frames of the thread that crashed, topmost first; calls that the JIT has
 *     inlined are missing in it
 */
public record CrashLog(
    String name, String detail, boolean outOfMemory, List<StackTraceElement> stack) {
  private static final Pattern SIGNAL =
      Pattern.compile("^# +((?:SIG|EXCEPTION_)[A-Z0-9_]+) \\(0x", Pattern.MULTILINE);

  private static final Pattern OUT_OF_MEMORY =
      Pattern.compile(
          "^# +(?:Out of Memory Error|fatal error: OutOfMemory encountered"
              + "|There is insufficient memory for the Java Runtime)",
          Pattern.MULTILINE);

  /** How the part of the file begins that a JVM prints as well. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "^# (?:A fatal error has been detected by|There is insufficient memory for)"
              + " the Java Runtime Environment",
          Pattern.MULTILINE);

  private static final Pattern INTERNAL =
      Pattern.compile("^# +Internal Error \\(([^)]*)\\).*(?:\\R# +(\\S.*))?", Pattern.MULTILINE);

  private static final Pattern MEMORY_DETAIL =
      Pattern.compile("^# +(Native memory allocation .*)", Pattern.MULTILINE);

  /** A library and, where it has names, a function; addresses differ each time. */
  private static final Pattern NATIVE_FRAME =
      Pattern.compile(
          "^# Problematic frame:\\R# [CV] +\\[(\\S+?)\\+0x\\w+\\](?: +([^\\s(+]+))?",
          Pattern.MULTILINE);

  /** A frame with its class, method and module; compiled ones have a number and a compiler. */
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:j  |J \\d+%? +(?:(?:c1|c2|jvmci) )?)"
              + "(?<class>[^(]+)\\.(?<method>[^.(]+)\\([^)]*\\)\\S*(?: (?<module>[\\w.]+)@)?.*");

  /**
   * Reads the text of such a file, or of the beginning of one.
   *
   * @return null when it does not even say what happened
   */
  public static CrashLog parse(String text) {
    List<StackTraceElement> stack = frames(text, "Java frames:");
    if (stack.isEmpty()) {
      stack = frames(text, "Native frames:");
    }
    Matcher signal = SIGNAL.matcher(text);
    Matcher internal = INTERNAL.matcher(text);
    if (OUT_OF_MEMORY.matcher(text).find()) {
      return new CrashLog("JVM out of memory", group(MEMORY_DETAIL, text), true, stack);
    }
    if (signal.find()) {
      return new CrashLog(signal.group(1), nativeCode(text), false, stack);
    }
    return internal.find()
        ? new CrashLog(
            "JVM internal error (" + internal.group(1) + ")", internal.group(2), false, stack)
        : null;
  }

  /**
   * Finds what a JVM printed when it crashed, for where it could not write the file. There is no
   * stack in it.
   *
   * @param output the last of what the JVM printed
   * @return null when it has not crashed, as far as that tells
   */
  public static CrashLog parseOutput(String output) {
    Matcher printed = PRINTED.matcher(output);
    return printed.find() ? parse(output.substring(printed.start())) : null;
  }

  private static String nativeCode(String text) {
    Matcher frame = NATIVE_FRAME.matcher(text);
    if (!frame.find()) {
      return null;
    }
    return "in " + (frame.group(2) == null ? "" : frame.group(2) + " of ") + frame.group(1);
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  /** The Java frames in a section of the file, which a blank line ends. */
  private static List<StackTraceElement> frames(String text, String section) {
    List<StackTraceElement> frames = new ArrayList<>();
    text.lines()
        .dropWhile(line -> !line.startsWith(section))
        .takeWhile(line -> !line.isBlank())
        .map(FRAME::matcher)
        .filter(Matcher::matches)
        .map(
            m ->
                new StackTraceElement(
                    null, m.group("module"), null, m.group("class"), m.group("method"), null, -1))
        .forEach(frames::add);
    return frames;
  }

  /**
   * Describes the crash as a failure of the input that ran. Which call finds no memory left is
   * chance, so that its frames do not tell one such failure from another.
   */
  public Failure failure() {
    StackTraceElement[] frames = Frames.aboveEngine(stack.toArray(new StackTraceElement[0]));
    FailureKind kind = outOfMemory ? FailureKind.OUT_OF_MEMORY : FailureKind.SIGNAL;
    Cause nowhere = new Cause(kind, name, List.of());
    return new Failure(
        outOfMemory ? new Signature(nowhere) : CauseFinder.ofInnermost(nowhere, frames),
        name,
        detail,
        FailureDescriber.trace(detail == null ? name : name + ": " + detail, frames));
  }
}
