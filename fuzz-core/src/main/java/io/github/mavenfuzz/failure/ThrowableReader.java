package io.github.mavenfuzz.failure;

import io.github.mavenfuzz.boot.StackTraces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads throwables whose methods the fuzzed project may have overridden: whatever such a method
 * throws or returns, nothing here throws, returns null where an array or a list is due, or goes on
 * for ever.
 */
final class ThrowableReader {
  /** The most throwables in a chain of causes that are looked at. */
  static final int MAX_CAUSES = 50;

  /** The most frames of one stack that are looked at; the JVM itself records 1024. */
  static final int MAX_FRAMES = 4096;

  private ThrowableReader() {}

  /**
   * The throwable and its causes, outermost first; never empty. A chain that returns to itself ends
   * before it does.
   */
  static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>(4);
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>(8));
    Throwable next = thrown;
    while (next != null && chain.size() < MAX_CAUSES && seen.add(next)) {
      chain.add(next);
      next = cause(next);
    }
    return chain;
  }

  /** The outermost throwable of a chain that states a severity, or null when none does. */
  static Throwable issue(List<Throwable> chain) {
    for (Throwable thrown : chain) {
      if (Severity.statedBy(thrown) != null) {
        return thrown;
      }
    }
    return null;
  }

  /** The cause, or null when there is none to be had. */
  static Throwable cause(Throwable thrown) {
    return orElse(thrown::getCause, null);
  }

  /** The message, or null when there is none to be had. */
  static String message(Throwable thrown) {
    return orElse(thrown::getMessage, null);
  }

  /** What {@code toString} says, or the class name when it fails. */
  static String text(Throwable thrown) {
    String text = orElse(thrown::toString, null);
    return text != null ? text : thrown.getClass().getName();
  }

  /** The stack without null frames, topmost frame first; empty when there is none to be had. */
  static StackTraceElement[] stack(Throwable thrown) {
    return clean(orElse(thrown::getStackTrace, null));
  }

  /** Whether it has no stack only because the run was one without stack traces. */
  static boolean lacksStack(Throwable thrown) {
    return orElse(() -> StackTraces.isMissingIn(thrown), false);
  }

  /** A stack without null frames, and cut after {@link #MAX_FRAMES}. */
  static StackTraceElement[] clean(StackTraceElement[] stack) {
    if (stack == null) {
      return new StackTraceElement[0];
    }
    List<StackTraceElement> frames = new ArrayList<>(Math.min(stack.length, MAX_FRAMES));
    for (int i = 0; i < stack.length && frames.size() < MAX_FRAMES; i++) {
      if (stack[i] != null) {
        frames.add(stack[i]);
      }
    }
    return frames.toArray(new StackTraceElement[0]);
  }

  /** Throwables suppressed in favour of this one; {@link Throwable#getSuppressed} is final. */
  static Throwable[] suppressed(Throwable thrown) {
    return thrown.getSuppressed();
  }

  private static <T> T orElse(Supplier<T> read, T fallback) {
    try {
      return read.get();
    } catch (Throwable hostile) {
      return fallback;
    }
  }
}
