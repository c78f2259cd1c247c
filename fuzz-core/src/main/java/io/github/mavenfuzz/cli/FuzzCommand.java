package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.FindingNumbers;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.session.Session;
import io.github.mavenfuzz.session.SessionListener;
import io.github.mavenfuzz.session.SessionSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Fuzzes a target, starting from the files of directories; on the main thread. */
final class FuzzCommand implements SessionListener, CampaignListener {
  /** Where libFuzzer begins, and how far it goes, when no length is given. */
  private static final int LEAST_MAX_LENGTH = 4096;

  private static final int MOST_MAX_LENGTH = 1 << 20;

  private final Command command;
  private final Console console;
  private final FailurePrinter printer;
  private final List<Path> directories;
  private final ForkMode fork;

  /** Null until the first worker begins. */
  private Supplier<RunStatistics> statistics;

  private int maxLength;
  private long nextPulse = 1;
  private long slowestSeconds;

  /**
   * @param directories none, or the one to write to and then those to read only
   */
  FuzzCommand(Command command, List<Path> directories) throws UsageException {
    this.command = command;
    this.console = command.console();
    this.printer = command.failurePrinter();
    this.directories = directories;
    this.fork = new ForkMode(command.arguments());
  }

  /**
   * @return the exit code
   * @throws InterruptedException when this thread was interrupted; the run has ended then
   */
  int run() throws UsageException, CorpusException, FuzzException, InterruptedException {
    List<InputFile> files = files();
    int given = command.arguments().number("-max_len", 0);
    if (given == 0) {
      files.removeIf(this::isTooLarge);
    }
    maxLength = given > 0 ? given : guessLength(files);
    SessionSettings settings = command.setup().settings(files.size(), maxLength);
    printStart(files, settings.run());
    CorpusDirectory corpus = directories.isEmpty() ? null : new CorpusDirectory(directories.get(0));
    int cut = command.target().shape().isRaw() ? maxLength : 0;
    CorpusInputs inputs = new CorpusInputs(files, cut, corpus, command.artifacts());
    Session session = new Session(settings, target -> inputs, this, new FindingNumbers());
    List<TargetResult> results = session.run(List.of(command.target()));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return end(results.get(0), settings.run());
  }

  private List<InputFile> files() throws UsageException, CorpusException {
    List<InputFile> files = new ArrayList<>();
    for (Path directory : directories) {
      List<InputFile> found = InputFile.in(directory, console::warning);
      console.info(String.format(Locale.ROOT, "%8d files found in %s", found.size(), directory));
      files.addAll(found);
    }
    files.addAll(SeedInputs.of(command.arguments(), command.setup().host().directory()));
    files.sort(InputFile.SMALLEST_FIRST);
    return files;
  }

  /** Without a length that the user gave, nothing of a large file would be left. */
  private boolean isTooLarge(InputFile file) {
    if (file.isTooLarge()) {
      console.warning(file.path() + ": " + CorpusDirectory.TOO_LARGE + "; it is skipped.");
    }
    return file.isTooLarge();
  }

  private int guessLength(List<InputFile> files) {
    long longest = files.stream().mapToLong(InputFile::size).max().orElse(0);
    int guess = (int) Math.min(MOST_MAX_LENGTH, Math.max(LEAST_MAX_LENGTH, longest));
    console.info(
        "-max_len is not provided; libFuzzer will not generate inputs larger than "
            + guess
            + " bytes");
    return guess;
  }

  private void printStart(List<InputFile> files, RunSettings settings) {
    if (!settings.mutation().dictionary().words().isEmpty()) {
      console.detail("Dictionary: " + settings.mutation().dictionary().words().size() + " entries");
    }
    console.info("Seed: " + settings.seed());
    fork.useless().forEach(flag -> console.info(flag + " does nothing without -fork"));
    if (fork.isOn()) {
      console.info("-fork=" + settings.workers() + ": fuzzing in separate process(s)");
    }
    if (files.isEmpty()) {
      console.info("A corpus is not provided, starting from an empty corpus");
    } else {
      console.info(
          String.format(
              Locale.ROOT,
              "seed corpus: files: %d min: %db max: %db total: %db rss: 0Mb",
              files.size(),
              files.get(0).size(),
              files.get(files.size() - 1).size(),
              files.stream().mapToLong(InputFile::size).sum()));
    }
  }

  private int end(TargetResult result, RunSettings settings) {
    RunStatistics statistics = result.statistics();
    List<FailureKind> kinds = result.failing().stream().map(f -> f.failure().kind()).toList();
    Set<FailureKind> ignored = settings.limits().ignored();
    long ending = kinds.stream().filter(kind -> !ignored.contains(kind)).count();
    int enough = settings.limits().maxFindings();
    String error =
        result.skipped() == null ? result.error() : "JUnit skips the target: " + result.skipped();
    if (error != null) {
      console.error(error);
    } else if (enough == 0 || ending < enough) {
      console.detail(status("DONE", statistics));
      console.detail(
          String.format(
              Locale.ROOT,
              "Done %d runs in %d second(s)",
              statistics.runs(),
              statistics.elapsed().toSeconds()));
    }
    if (fork.isOn()) {
      console.info(ForkMode.counts(kinds));
    }
    printFinal();
    return error != null ? ExitCodes.ERROR : command.exitCode(fork.told(kinds));
  }

  /** Prints the statistics that libFuzzer ends with, also those of a run that was interrupted. */
  void printFinal() {
    Optional.ofNullable(statistics)
        .map(Supplier::get)
        .ifPresent(
            s ->
                command.printFinal(
                    new FinalStatistics(
                        s.runs(),
                        (long) s.runsPerSecond(),
                        s.newEntries(),
                        slowestSeconds,
                        s.peakMemory())));
  }

  private String status(String event, RunStatistics statistics) {
    return StatusLine.of(event, statistics, maxLength);
  }

  @Override
  public CampaignListener begin(FuzzTarget target, Supplier<RunStatistics> ofTarget) {
    statistics = ofTarget;
    return this;
  }

  @Override
  public void ended(TargetResult result, boolean interrupted) {}

  @Override
  public void initialised() {
    RunStatistics now = statistics.get();
    console.info(
        String.format(
            Locale.ROOT, "Loaded 1 PC tables (%d PCs): probes of branches", now.totalProbes()));
    console.detail(status("INITED", now));
    if (now.totalProbes() == 0) {
      console.warning(
          "nothing guides the run: no class that was loaded so far has branches and matches"
              + " --instrumentation_includes and --instrumentation_excludes");
    }
  }

  @Override
  public void added(CorpusEntry entry) {
    console.detail(
        status("NEW", statistics.get())
            + String.format(Locale.ROOT, " L: %d/%d MS: 0 ", entry.content().length, maxLength));
  }

  /** Prints a line whenever the number of runs has doubled, so that it remains a short log. */
  @Override
  public void progress(RunStatistics statistics) {
    if (statistics.runs() >= nextPulse) {
      nextPulse = 2 * statistics.runs();
      console.detail(status("pulse", statistics));
    }
  }

  @Override
  public void found(int number, Finding finding) {
    if (finding.failure().kind() == FailureKind.HANG) {
      slowestSeconds = command.arguments().number("-timeout");
    }
    if (!finding.reproduced()) {
      console.warning(
          "%s once, but not when it was run again; the input %s"
              .formatted(finding.failure().exception(), kept(finding)));
      return;
    }
    printer.print(finding.failure(), finding.evidence());
    printer.printInput(finding.input());
    String artifact = command.artifacts().crasher(finding.failure().kind(), finding.input());
    if (command.artifacts().file(artifact).equals(finding.crasher())) {
      printer.printArtifact(artifact, finding.input());
    } else {
      console.warning("the input that fails " + kept(finding));
    }
  }

  private static String kept(Finding finding) {
    return finding.crasher() == null
        ? "is in Base64: " + Base64.getEncoder().encodeToString(finding.input())
        : "was kept as " + finding.crasher();
  }

  @Override
  public void note(String message) {
    console.info(message);
  }

  @Override
  public void warning(String message) {
    console.warning(message);
  }
}
