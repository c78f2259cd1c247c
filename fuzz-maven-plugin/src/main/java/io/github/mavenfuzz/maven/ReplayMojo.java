package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.campaign.SkippedTargetException;
import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputDirectories;
import io.github.mavenfuzz.corpus.TargetSeeds;
import io.github.mavenfuzz.failure.StackTraceTrimmer;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.report.VisibleText;
import io.github.mavenfuzz.session.InputRunner;
import io.github.mavenfuzz.session.WorkerSetup;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.UnusableTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs a target on single inputs, such as that of a finding, and shows how it fails. The build
 * fails when one does.
 */
@Mojo(name = "replay", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public class ReplayMojo extends AbstractWorkerMojo {

  /**
   * The input: a file, or a folder of which every file is run. A relative path starts from the
   * project's folder, or else from the folder of the target's seeds. All seeds and crashers of the
   * target when it is not set, those among Jazzer's test resources included.
   */
  @Parameter(property = "fuzz.input")
  String input;

  /** Sentences about files of folders that cannot be run. */
  private int skippedFiles;

  /** Inputs at which something outside has ended the worker JVM. */
  private int cutShort;

  /** Inputs that were run. */
  private int inputs;

  private int failures;

  /** The names of targets that could not be run. */
  private final List<String> broken = new ArrayList<>();

  @Override
  void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    // An execution may be configured for many targets; a target on the command line wins.
    test = session.getUserProperties().getProperty("fuzz.test", test);
    TargetScan scan = selectTargets();
    if (scan.isEmpty()) {
      getLog().info("There are no fuzz targets to replay here.");
      return;
    }
    if (input != null && scan.names().size() > 1) {
      throw new MojoExecutionException(
          "fuzz.input needs one target, but there are "
              + scan.names().size()
              + "; name it with -Dfuzz.test=Class#method.");
    }
    for (UnusableTarget target : scan.unusable()) {
      addBroken(target.id(), target.explanation());
    }
    try {
      for (FuzzTarget target : scan.targets()) {
        replay(target);
      }
    } catch (InterruptedException e) {
      // Logged here as well: a JVM that ends may not come to what Maven says of the error.
      String interrupted =
          String.format(
              Locale.ROOT,
              "The replay was interrupted; until then %d input%s run, of which %d failed.",
              inputs,
              inputs == 1 ? " was" : "s were",
              failures);
      getLog().warn(interrupted);
      Thread.currentThread().interrupt();
      throw new MojoExecutionException(interrupted, e);
    }
    end();
  }

  /** Ends the build in an error when something is wrong, the worst of it. */
  private void end() throws MojoExecutionException, MojoFailureException {
    String failed =
        failures == 1 ? "The input fails, see above." : failures + " inputs fail, see above.";
    if (!broken.isEmpty()) {
      throw new MojoExecutionException(
          (broken.size() == 1 ? "1 target" : broken.size() + " targets")
              + " could not be run, see above: "
              + VisibleText.line(String.join(", ", broken))
              + (failures > 0 ? "; and " + failed : ""));
    }
    if (failures > 0) {
      throw new MojoFailureException(failed);
    }
    if (cutShort > 0) {
      throw new MojoExecutionException(
          (cutShort == 1 ? "An input was" : cutShort + " inputs were")
              + " not run to the end, see above; see with -Dfuzz.input=FILE what that takes.");
    }
    if (skippedFiles > 0) {
      throw new MojoExecutionException(
          skippedFiles == 1
              ? "A file is no input of its target, see above."
              : "Some files are no inputs of their targets, see above.");
    }
  }

  private void addBroken(String id, String reason) {
    broken.add(id);
    reason.lines().forEach(getLog()::error);
  }

  /** A target that cannot be run keeps no other from being run. */
  private void replay(FuzzTarget target) throws MojoExecutionException, InterruptedException {
    if (input != null) {
      replay(target, entries(target));
      return;
    }
    try {
      replay(target, entries(target));
    } catch (MojoExecutionException e) {
      addBroken(target.id(), e.getMessage());
    } catch (RuntimeException e) {
      getLog().error(e);
      addBroken(target.id(), "A fault of the fuzzer, please report it: " + e);
    }
  }

  private List<CorpusEntry> entries(FuzzTarget target) throws MojoExecutionException {
    InputCodec codec = new InputCodec(target.shape());
    InputDirectories directories = directories();
    TargetSeeds seeds = directories.seeds().of(target);
    try {
      if (input == null) {
        List<CorpusEntry> entries = new ArrayList<>(seeds.read(codec::decode, this::skipFile));
        entries.addAll(directories.jazzers().of(target).seeds(getLog()::warn));
        return entries;
      }
      Path path = path(input.strip(), seeds);
      return Files.isRegularFile(path)
          ? List.of(entry(path, codec))
          : new CorpusDirectory(path).read(true, codec::decode, this::skipFile);
    } catch (CorpusException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void skipFile(String problem) {
    skippedFiles++;
    getLog().error(problem);
  }

  private static CorpusEntry entry(Path file, InputCodec codec) throws MojoExecutionException {
    try {
      if (Files.size(file) > CorpusDirectory.MAX_FILE_SIZE) {
        throw new MalformedInputException(CorpusDirectory.TOO_LARGE);
      }
      byte[] content = Files.readAllBytes(file);
      codec.decode(content);
      return new CorpusEntry(content, file.getFileName().toString(), file, true);
    } catch (MalformedInputException e) {
      throw new MojoExecutionException(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException("The input " + file + " cannot be read: " + e + ".", e);
    }
  }

  /** The file or folder to replay. */
  private Path path(String name, TargetSeeds seeds) throws MojoExecutionException {
    Path ofProject = module().resolve(name);
    Stream<Path> ofSeeds = seeds.folders().keySet().stream().map(folder -> folder.resolve(name));
    return Stream.concat(Stream.of(ofProject), ofSeeds)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "fuzz.input: there is no file or folder "
                        + ofProject
                        + ", so there is nothing to replay."));
  }

  private void replay(FuzzTarget target, List<CorpusEntry> entries)
      throws MojoExecutionException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (entries.isEmpty()) {
      getLog().info(target.id() + " has no seeds or crashers to replay.");
      return;
    }
    WorkerSetup setup = workerSetup(ClassPatterns.ALL, 1);
    try {
      Files.createDirectories(results());
      try (InputRunner runner = new InputRunner(target, setup)) {
        for (CorpusEntry entry : entries) {
          InputRunner.Outcome outcome = runner.run(entry);
          log(target, entry.file(), outcome);
          inputs++;
          failures += outcome.failure() == null ? 0 : 1;
          cutShort += outcome.suspectReason() == null ? 0 : 1;
        }
      }
    } catch (IOException e) {
      throw new MojoExecutionException(
          "The folder " + results() + " cannot be made: " + e + ".", e);
    } catch (SkippedTargetException e) {
      getLog().info(target.id() + " is not run. " + e.getMessage());
    } catch (FuzzException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void log(FuzzTarget target, Path file, InputRunner.Outcome outcome) {
    if (outcome.suspectReason() != null) {
      getLog()
          .error(
              target.id() + " did not come to its end on " + file + ". " + outcome.suspectReason());
      return;
    }
    if (outcome.failure() == null) {
      if (outcome.note() == null) {
        getLog().info(target.id() + " passes on " + file);
      } else {
        getLog().warn(target.id() + " passes on " + file + ". " + outcome.note());
      }
      return;
    }
    List<String> lines = new ArrayList<>(List.of(target.id() + " fails on " + file));
    String trace = outcome.failure().stackTrace();
    String shown = trace.isEmpty() ? outcome.failure().exception() : trace;
    lines.add(trimStackTrace ? StackTraceTrimmer.trim(shown) : shown);
    if (!outcome.evidence().output().isBlank()) {
      lines.add("Output of the worker JVM:");
      lines.add(outcome.evidence().output());
    }
    if (outcome.evidence().crashLog() != null) {
      lines.add("Crash log of the JVM: " + outcome.evidence().crashLog());
    }
    getLog().errorBlock(String.join("\n", lines));
  }
}
