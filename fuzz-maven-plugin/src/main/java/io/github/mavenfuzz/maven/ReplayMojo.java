package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.coordinate.FuzzException;
import io.github.mavenfuzz.coordinate.Replay;
import io.github.mavenfuzz.coordinate.RunSettings;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.StackTraceTrimmer;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.report.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
   * target when it is not set.
   */
  @Parameter(property = "fuzz.input")
  String input;

  @Override
  void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
    List<FuzzTarget> targets = selectTargets();
    if (targets.isEmpty()) {
      getLog().info("There are no fuzz targets to replay here.");
      return;
    }
    if (input != null && targets.size() > 1) {
      throw new MojoExecutionException(
          "fuzz.input needs one target, but there are "
              + targets.size()
              + "; name it with -Dfuzz.test=Class#method.");
    }
    int failures = 0;
    for (FuzzTarget target : targets) {
      List<CorpusEntry> entries = entries(target);
      if (entries.isEmpty()) {
        getLog().info(target.id() + " has no seeds or crashers to replay.");
      } else {
        failures += replay(target, entries);
      }
    }
    if (failures > 0) {
      throw new MojoFailureException(
          failures == 1 ? "The input fails, see above." : failures + " inputs fail, see above.");
    }
  }

  private List<CorpusEntry> entries(FuzzTarget target) throws MojoExecutionException {
    InputCodec codec = new InputCodec(target.shape());
    List<CorpusEntry> entries = new ArrayList<>();
    for (Path file : files(target)) {
      try {
        byte[] content = Files.readAllBytes(file);
        codec.decode(content);
        entries.add(new CorpusEntry(content, file.getFileName().toString(), file, true));
      } catch (MalformedInputException e) {
        throw new MojoExecutionException(file + ": " + e.getMessage());
      } catch (IOException e) {
        throw new MojoExecutionException("The input " + file + " cannot be read: " + e + ".", e);
      }
    }
    return entries;
  }

  private List<Path> files(FuzzTarget target) throws MojoExecutionException {
    Path seeds = seedDirectory.toPath().resolve(target.relativeDirectory());
    Path path = seeds;
    if (input != null) {
      path = basedir().resolve(input);
      path = Files.exists(path) ? path : seeds.resolve(input);
    }
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (input == null && !Files.exists(path)) {
      return List.of();
    }
    if (!Files.isDirectory(path)) {
      throw new MojoExecutionException(
          "fuzz.input: there is no file or folder "
              + (input == null ? seeds : basedir().resolve(input))
              + ", so there is nothing to replay.");
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new MojoExecutionException("The folder " + path + " cannot be read: " + e + ".", e);
    }
  }

  /** Returns how many of the inputs fail. */
  private int replay(FuzzTarget target, List<CorpusEntry> entries)
      throws MojoExecutionException, InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    try {
      Files.createDirectories(resultsDirectory.toPath());
      new Replay(target, settings())
          .run(
              entries,
              (entry, outcome) -> {
                failures.addAndGet(outcome.failure() == null ? 0 : 1);
                log(target, entry.file(), outcome);
              });
    } catch (IOException e) {
      throw new MojoExecutionException(
          "The folder " + resultsDirectory + " cannot be made: " + e + ".", e);
    } catch (FuzzException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    return failures.get();
  }

  private void log(FuzzTarget target, Path file, Replay.Outcome outcome) {
    if (outcome.failure() == null) {
      getLog().info(target.id() + " passes on " + file);
      return;
    }
    getLog().error(target.id() + " fails on " + file);
    String trace = outcome.failure().stackTrace();
    String shown = trace.isEmpty() ? outcome.failure().exception() : trace;
    logLines(trimStackTrace ? StackTraceTrimmer.trim(shown) : shown);
    if (!outcome.output().isBlank()) {
      getLog().error("Output of the worker JVM:");
      logLines(outcome.output());
    }
  }

  private void logLines(String text) {
    VisibleText.lines(text).lines().forEach(getLog()::error);
  }

  private RunSettings settings() throws MojoExecutionException {
    return new RunSettings(
        Duration.ofDays(1),
        0,
        1,
        0,
        runTimeout(),
        false,
        List.of(),
        List.of(),
        engine(),
        jvmSettings(),
        directories());
  }
}
