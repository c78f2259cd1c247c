package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a project keeps the inputs of all its targets, each below the name of its class and its
 * method.
 *
 * @param seeds the folder of all targets' seeds, to which crashers are written
 * @param corpus the folder of all targets' corpora
 * @param results the folder for what else a run leaves behind: suspects, crash logs of JVMs
 */
public record InputDirectories(Path seeds, Path corpus, Path results) {

  /** The directories of one target. */
  public InputStore of(FuzzTarget target) {
    CorpusDirectory crashers = new CorpusDirectory(seeds.resolve(target.relativeDirectory()));
    return new ProjectInputs(
        List.of(crashers),
        new CorpusDirectory(corpus.resolve(target.relativeDirectory())),
        crashers,
        new CorpusDirectory(results.resolve("suspects").resolve(target.relativeDirectory())));
  }
}
