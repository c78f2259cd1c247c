package io.github.mavenfuzz.failure;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Prints a throwable as {@link Throwable#printStackTrace} does, except that it ends: the middle of
 * a deep stack and whatever comes after the limit are left out, and so are the engine's frames
 * below the target method. For one throwable and one thread.
 */
final class TracePrinter {
  private static final int FIRST_FRAMES = 200;
  private static final int LAST_FRAMES = 40;
  private static final int MAX_TEXT = 4000;
  private static final int MAX_SUPPRESSED = 16;
  private static final int MAX_DEPTH = 60;

  private final Set<Throwable> printed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final BoundedText out;

  private TracePrinter(int maxLength) {
    out = new BoundedText(maxLength);
  }

  /**
   * @param maxLength in characters
   */
  static String print(Throwable thrown, int maxLength) {
    TracePrinter printer = new TracePrinter(maxLength);
    printer.printThrowable(thrown, new Position("", "", new StackTraceElement[0], 0));
    return printer.out.toString();
  }

  /**
   * A stack that no throwable carries.
   *
   * @param firstLine what is said above the frames
   */
  static String print(String firstLine, StackTraceElement[] stack, int maxLength) {
    TracePrinter printer = new TracePrinter(maxLength);
    printer.out.append(firstLine).append("\n");
    StackTraceElement[] frames =
        Arrays.stream(Frames.aboveEngine(stack))
            .map(Frames::asThrown)
            .toArray(StackTraceElement[]::new);
    printer.printFrames(frames, 0, "");
    return printer.out.toString();
  }

  /**
   * Where a throwable is printed.
   *
   * @param caption before its text
   * @param indent before each of its lines
   * @param enclosing the stack of the throwable that it belongs to
   * @param depth how many throwables it is in
   */
  private record Position(
      String caption, String indent, StackTraceElement[] enclosing, int depth) {}

  private void printThrowable(Throwable thrown, Position at) {
    if (out.isFull() || at.depth > MAX_DEPTH) {
      return;
    }
    out.append(at.indent).append(at.caption);
    String text = BoundedText.cut(ThrowableReader.text(thrown), MAX_TEXT);
    if (!printed.add(thrown)) {
      out.append("[CIRCULAR REFERENCE: ").append(text).append("]\n");
      return;
    }
    out.append(text).append("\n");
    StackTraceElement[] stack = Frames.aboveEngine(ThrowableReader.stack(thrown));
    printFrames(stack, framesInCommon(stack, at.enclosing), at.indent);
    Throwable[] suppressed = ThrowableReader.suppressed(thrown);
    for (int i = 0; i < Math.min(suppressed.length, MAX_SUPPRESSED); i++) {
      printThrowable(
          suppressed[i], new Position("Suppressed: ", at.indent + "\t", stack, at.depth + 1));
    }
    Throwable cause = ThrowableReader.cause(thrown);
    if (cause != null) {
      printThrowable(cause, new Position("Caused by: ", at.indent, stack, at.depth + 1));
    }
  }

  private void printFrames(StackTraceElement[] stack, int inCommon, String indent) {
    int end = stack.length - inCommon;
    for (int i = 0; i < end && !out.isFull(); i++) {
      if (i == FIRST_FRAMES && end - i > LAST_FRAMES) {
        int leftOut = end - i - LAST_FRAMES;
        out.append(indent).append("\t... " + leftOut + " frames left out\n");
        i += leftOut;
      }
      out.append(indent).append("\tat ").append(stack[i].toString()).append("\n");
    }
    if (inCommon > 0) {
      out.append(indent).append("\t... " + inCommon + " more\n");
    }
  }

  private static int framesInCommon(StackTraceElement[] stack, StackTraceElement[] enclosing) {
    int common = 0;
    while (common < stack.length
        && common < enclosing.length
        && stack[stack.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
      common++;
    }
    return common;
  }
}
