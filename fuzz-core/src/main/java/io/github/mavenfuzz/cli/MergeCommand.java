package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.session.InputRunner;
import io.github.mavenfuzz.session.InputRunner.Coverage;
import io.github.mavenfuzz.session.InputRunner.Outcome;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Adds those inputs of several directories to the first one that reach what it lacks, smallest
 * first; on the main thread. An input that fails is left out and ends nothing.
 */
final class MergeCommand {
  private final Command command;
  private final Console console;
  private final InputCodec codec;
  private final int maxLength;

  MergeCommand(Command command) throws UsageException {
    this.command = command;
    this.console = command.console();
    this.codec = new InputCodec(command.target().shape());
    this.maxLength =
        command.target().shape().isRaw() ? command.arguments().number("-max_len", 0) : 0;
  }

  /**
   * @param directories the one to write to and then those to read only
   * @return the exit code
   */
  int run(List<Path> directories)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    if (directories.size() < 2) {
      console.info("Merge requires two or more corpus dirs");
      return ExitCodes.SUCCESS;
    }
    List<InputFile> old = InputFile.in(directories.get(0), console::warning);
    List<InputFile> fresh = new ArrayList<>();
    for (Path directory : directories.subList(1, directories.size())) {
      fresh.addAll(InputFile.in(directory, console::warning));
    }
    fresh.sort(InputFile.SMALLEST_FIRST);
    int all = old.size() + fresh.size();
    console.print(
        String.format(
            Locale.ROOT,
            "MERGE-OUTER: %d files, %d in the initial corpus, 0 processed earlier",
            all,
            old.size()));
    console.print("MERGE-OUTER: attempt 1");
    try (InputRunner runner = new InputRunner(command.target(), command.setup().workerSetup())) {
      merge(runner, old, fresh, new CorpusDirectory(directories.get(0)));
    }
    return ExitCodes.SUCCESS;
  }

  private void merge(
      InputRunner runner, List<InputFile> old, List<InputFile> fresh, CorpusDirectory corpus)
      throws FuzzException, CorpusException, InterruptedException {
    for (InputFile file : old) {
      measure(runner, file);
    }
    printState(runner, "LOADED");
    Coverage start = runner.coverage();
    Coverage reached = start;
    int added = 0;
    for (InputFile file : fresh) {
      CorpusEntry entry = measure(runner, file);
      int before = reached.bits();
      reached = runner.coverage();
      if (reached.bits() > before) {
        corpus.add(ContentHash.sha1(entry.content()), entry.content());
        added++;
      }
    }
    printState(runner, "DONE");
    console.print("MERGE-OUTER: successful in 1 attempt(s)");
    console.print(
        String.format(
            Locale.ROOT,
            "MERGE-OUTER: %d new files with %d new features added; %d new coverage edges",
            added,
            reached.bits() - start.bits(),
            reached.probes() - start.probes()));
  }

  /** Returns the entry, or null when it cannot be read. */
  private CorpusEntry measure(InputRunner runner, InputFile file)
      throws FuzzException, InterruptedException {
    try {
      CorpusEntry entry = file.read(maxLength);
      codec.decode(entry.content());
      Outcome outcome = runner.measure(entry);
      if (outcome.suspectReason() != null) {
        leftOut(file, outcome.suspectReason());
      } else if (outcome.failure() != null) {
        leftOut(file, describe(outcome.failure()));
      }
      return entry;
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (MalformedInputException | IOException e) {
      leftOut(file, e.getMessage());
      return null;
    }
  }

  private static String describe(Failure failure) {
    return "it fails, " + failure.signature();
  }

  private void leftOut(InputFile file, String reason) {
    console.print("MERGE-OUTER: " + file.path() + " is left out: " + reason);
  }

  private void printState(InputRunner runner, String event) {
    console.detail(
        String.format(
            Locale.ROOT,
            "#%d\t%-6s cov: %d ft: %d rss: %dMb",
            runner.runs(),
            event,
            runner.coverage().probes(),
            runner.coverage().bits(),
            StatusLine.megabytes(runner.peakMemory())));
  }
}
