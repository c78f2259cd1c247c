package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.session.InputRunner;
import io.github.mavenfuzz.session.InputRunner.Outcome;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs a target on single files and writes nothing; on the main thread. */
final class ReplayCommand {
  private final Command command;
  private final Console console;
  private final List<FailureKind> failures = new ArrayList<>();
  private final int maxFindings;

  /** Whether something outside has ended a worker JVM. */
  private boolean cutShort;

  ReplayCommand(Command command) throws UsageException {
    this.command = command;
    this.console = command.console();
    this.maxFindings = command.arguments().number("--keep_going", 0);
  }

  /**
   * @param files by the names that the user gave them
   * @return the exit code
   */
  int run(Map<String, InputFile> files)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    Map<String, CorpusEntry> entries = read(command, files);
    long times = Math.max(1, command.arguments().number("-runs"));
    console.detail(
        String.format(Locale.ROOT, "Running %d inputs %d time(s) each.", entries.size(), times));
    long start = System.nanoTime();
    try (InputRunner runner = new InputRunner(command.target(), command.setup().workerSetup())) {
      int left = entries.size();
      for (Map.Entry<String, CorpusEntry> entry : entries.entrySet()) {
        if (isEnough()) {
          console.print(
              "INFO: the inputs that follow were not run: " + left + "; --keep_going=0 runs all");
          break;
        }
        run(runner, entry.getKey(), entry.getValue(), times);
        left--;
      }
      console.detail(
          "***\n*** NOTE: fuzzing was not performed, you have only\n"
              + "***       executed the target code on a fixed set of inputs.\n***");
      printFinal(runner, System.nanoTime() - start);
    }
    return failures.isEmpty() && cutShort ? ExitCodes.ERROR : command.exitCode(failures);
  }

  /**
   * Reads inputs.
   *
   * @throws UsageException when one is no input of the target
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  static Map<String, CorpusEntry> read(Command command, Map<String, InputFile> files)
      throws UsageException, CorpusException, InterruptedException {
    int maxLength = command.arguments().number("-max_len", 0);
    int cut = command.target().shape().isRaw() ? maxLength : 0;
    InputCodec codec = new InputCodec(command.target().shape());
    Map<String, CorpusEntry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, InputFile> file : files.entrySet()) {
      try {
        CorpusEntry entry = file.getValue().read(cut);
        codec.decode(entry.content());
        entries.put(file.getKey(), entry);
      } catch (MalformedInputException e) {
        throw new UsageException(file.getKey() + ": " + e.getMessage() + ".");
      } catch (ClosedByInterruptException e) {
        throw new InterruptedException();
      } catch (IOException e) {
        throw new UsageException(file.getKey() + " cannot be read: " + e + ".");
      }
    }
    return entries;
  }

  private boolean isEnough() {
    return maxFindings > 0 && failures.size() >= maxFindings;
  }

  private void run(InputRunner runner, String name, CorpusEntry entry, long times)
      throws UsageException, FuzzException, InterruptedException {
    console.detail("Running: " + name);
    long start = System.nanoTime();
    for (long i = 0; i < times; i++) {
      Outcome outcome = runner.run(entry);
      if (outcome.suspectReason() != null) {
        console.error(name + " was not run to the end. " + outcome.suspectReason());
        cutShort = true;
        return;
      }
      if (outcome.failure() != null) {
        failures.add(outcome.failure().kind());
        FailurePrinter printer = command.failurePrinter();
        printer.print(outcome.failure(), outcome.evidence());
        printer.printInput(entry.content());
        return;
      }
      if (outcome.note() != null) {
        console.warning(name + " passes. " + outcome.note());
      }
    }
    console.detail(
        String.format(
            Locale.ROOT, "Executed %s in %d ms", name, (System.nanoTime() - start) / 1_000_000));
  }

  private void printFinal(InputRunner runner, long nanos) {
    long perSecond = (long) (runner.runs() / Math.max(1e-9, nanos / 1e9));
    boolean hung = failures.contains(FailureKind.HANG);
    command.printFinal(
        new FinalStatistics(
            runner.runs(),
            perSecond,
            0,
            hung ? command.arguments().number("-timeout") : 0,
            runner.peakMemory()));
  }
}
