package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.process.FuzzException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * What workers tell of a target that concerns the user: sentences, and why the target cannot be
 * run. Each worker has the same to say, and so has each new JVM, so the user hears it once. Belongs
 * to the coordinator's thread.
 */
public final class WorkerNews {
  private final CampaignListener listener;
  private final Set<String> told = new HashSet<>();
  private String error;
  private String skipped;

  WorkerNews(CampaignListener listener) {
    this.listener = listener;
  }

  public void warn(String message) {
    if (told.add(message)) {
      listener.warning(message);
    }
  }

  public void note(String message) {
    if (told.add(message)) {
      listener.note(message);
    }
  }

  /** Takes note that a worker cannot go on. */
  public void fail(Throwable failure) {
    if (failure instanceof SkippedTargetException skip) {
      skipped = skip.reason();
    } else if (error == null) {
      error = sentence(failure);
    }
  }

  /** What the user is told of something that keeps a target from being run. */
  public static String sentence(Throwable e) {
    if (e instanceof FuzzException) {
      return e.getMessage();
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return "A fault of the fuzzer, please report it: " + trace;
  }

  /** Whether a worker cannot go on, and so no worker should. */
  public boolean isLast() {
    return error != null || skipped != null;
  }

  /** A sentence that says why the target could not be run, or null when it could. */
  public String error() {
    return error;
  }

  /** Why JUnit would not run the target, which may be empty; null when it would. */
  public String skipped() {
    return skipped;
  }
}
