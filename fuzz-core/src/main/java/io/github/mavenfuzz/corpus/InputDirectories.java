package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;

/**
 * Where a project keeps the inputs of all its targets, each below the name of its class and its
 * method.
 *
 * @param seeds the folders of all targets' seeds, and of their crashers
 * @param corpus the folder of all targets' corpora
 * @param results the folder for what else a run leaves behind: suspects, variants, crash logs of
 *     JVMs
 * @param jazzers where inputs lie that Jazzer has used
 */
public record InputDirectories(
    SeedFolders seeds, Path corpus, Path results, JazzerDirectories jazzers) {

  /** The directories of one target. */
  public InputStore of(FuzzTarget target) {
    return new ProjectInputs(
        seeds.of(target),
        jazzers.of(target),
        new CorpusDirectory(corpus.resolve(target.relativeDirectory())),
        inResults("suspects", target),
        inResults("variants", target));
  }

  private CorpusDirectory inResults(String what, FuzzTarget target) {
    return new CorpusDirectory(results.resolve(what).resolve(target.relativeDirectory()));
  }
}
