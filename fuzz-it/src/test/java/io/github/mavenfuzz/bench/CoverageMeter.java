package io.github.mavenfuzz.bench;

import io.github.mavenfuzz.it.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jacoco.agent.rt.RT;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.tools.ExecFileLoader;

/** Counts with JaCoCo which branches of a target and its libraries a list of inputs reaches. */
final class CoverageMeter {
  private CoverageMeter() {}

  /**
   * Runs all inputs in one JVM, or as many as there are inputs that end one.
   *
   * @return the branches of all classes, those of the benchmark left out; 0 for no inputs
   */
  static int branches(Trial trial, List<Path> inputs) throws IOException, InterruptedException {
    Path measured = trial.folder("coverage").resolve("jacoco.exec");
    Files.deleteIfExists(measured);
    String agent =
        "-javaagent:%s=destfile=%s,append=true,excludes=*BenchEntry*:*BenchMark*:io.github.mavenfuzz.bench.*"
            .formatted(Built.of(RT.class), measured);
    new Replayer(trial).replay("coverage", inputs, List.of(agent));
    return Files.exists(measured) ? count(trial.target(), measured) : 0;
  }

  private static int count(BuiltTarget target, Path measured) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(measured.toFile());
    List<Integer> covered = new ArrayList<>();
    Analyzer analyzer =
        new Analyzer(
            loader.getExecutionDataStore(),
            type -> covered.add(type.getBranchCounter().getCoveredCount()));
    analyzer.analyzeAll(target.classes().toFile());
    for (Path library : target.libraries()) {
      analyzer.analyzeAll(library.toFile());
    }
    return covered.stream().mapToInt(Integer::intValue).sum();
  }
}
