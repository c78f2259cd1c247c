package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.session.InputRunner;
import io.github.mavenfuzz.session.InputRunner.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for the smallest input that fails for the same cause as a given one; on the main thread.
 */
final class MinimizeCommand {
  private static final int DEFAULT_SECONDS = 600;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SLICE = Duration.ofSeconds(2);

  private final Command command;
  private final Console console;

  MinimizeCommand(Command command) {
    this.command = command;
    this.console = command.console();
  }

  /**
   * @param files the crasher by the name that the user gave it
   * @return the exit code: success also when the input could not be made smaller
   */
  int run(Map<String, InputFile> files)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    if (files.size() != 1) {
      throw new UsageException("-minimize_crash should be given one input file.");
    }
    Map.Entry<String, CorpusEntry> crasher =
        ReplayCommand.read(command, files).entrySet().iterator().next();
    CorpusEntry entry = crasher.getValue();
    int length = entry.content().length;
    String file = String.format(Locale.ROOT, "'%s' (%d bytes)", crasher.getKey(), length);
    Duration limit = limit();
    console.print("CRASH_MIN: minimizing crash input: " + file);
    try (InputRunner runner = new InputRunner(command.target(), command.setup().workerSetup())) {
      Outcome first = runner.run(entry);
      if (first.suspectReason() != null) {
        throw new FuzzException(first.suspectReason());
      }
      if (first.failure() == null) {
        throw new UsageException("the input " + crasher.getKey() + " did not crash");
      }
      console.print("CRASH_MIN: " + file + " caused a crash. Will try to minimize it further");
      printToken(1, first.failure());
      Outcome smallest = minimize(runner, entry, first, limit);
      finish(crasher, smallest);
    }
    return ExitCodes.SUCCESS;
  }

  private Duration limit() {
    Arguments arguments = command.arguments();
    if (arguments.number("-max_total_time") <= 0 && arguments.number("-runs") <= 0) {
      console.info("you need to specify -runs=N or -max_total_time=N with -minimize_crash=1");
      console.info("defaulting to -max_total_time=" + DEFAULT_SECONDS);
      return Duration.ofSeconds(DEFAULT_SECONDS);
    }
    return arguments.seconds("-max_total_time", LONGEST);
  }

  /**
   * Works in slices and writes the smallest input after each, so that it is there when a signal
   * ends the process. Returns the first outcome when there is no better one: only what leaves its
   * JVM alive can be tried often enough.
   */
  private Outcome minimize(InputRunner runner, CorpusEntry entry, Outcome first, Duration limit)
      throws FuzzException, CorpusException, InterruptedException {
    Failure failure = first.failure();
    if (!failure.kind().isRepeatable()) {
      console.info(failure.kind() + " ends the worker JVM, so the input is kept as it is");
      return first;
    }
    long runs = command.arguments().number("-runs");
    long lastRun = runs > 0 ? runner.runs() + runs : Long.MAX_VALUE;
    long end = System.nanoTime() + limit.toNanos();
    Duration slice = SLICE;
    Outcome best = first;
    while (true) {
      long start = System.nanoTime();
      Duration left = Duration.ofNanos(end - start);
      Duration time = slice.compareTo(left) < 0 ? slice : left;
      CorpusEntry from = CorpusEntry.inMemory(best.input());
      Outcome next = runner.minimize(from, failure, time, lastRun - runner.runs());
      boolean smaller =
          isSame(next.failure(), failure) && !Arrays.equals(next.input(), best.input());
      if (smaller) {
        best = next;
        command.artifacts().replace(command.artifacts().minimized(entry.content()), best.input());
      } else {
        // Every slice begins anew, so a longer one is needed to get any further.
        slice = slice.multipliedBy(2);
      }
      boolean timeIsUp = System.nanoTime() - start >= time.toNanos();
      if (!timeIsUp || System.nanoTime() >= end || runner.runs() >= lastRun) {
        return best;
      }
    }
  }

  private static boolean isSame(Failure found, Failure wanted) {
    return found != null && found.signature().hasCauseOf(wanted.signature());
  }

  private void finish(Map.Entry<String, CorpusEntry> crasher, Outcome smallest)
      throws UsageException, CorpusException {
    byte[] original = crasher.getValue().content();
    byte[] input = smallest.input();
    String path = crasher.getKey();
    boolean smaller = !Arrays.equals(input, original);
    if (smaller || command.artifacts().exactPath() != null) {
      path = command.artifacts().minimized(original);
      command.artifacts().replace(path, input);
    }
    if (smaller) {
      FailurePrinter printer = command.failurePrinter();
      printer.print(smallest.failure(), smallest.evidence());
      printer.printInput(input);
      printer.printArtifact(path, input);
      printToken(2, smallest.failure());
    }
    console.print(
        String.format(
            Locale.ROOT,
            "CRASH_MIN: failed to minimize beyond %s (%d bytes), exiting",
            path,
            input.length));
  }

  private void printToken(int number, Failure failure) {
    console.print(
        String.format(
            Locale.ROOT, "CRASH_MIN: DedupToken%d: DEDUP_TOKEN: %s", number, failure.id()));
  }
}
