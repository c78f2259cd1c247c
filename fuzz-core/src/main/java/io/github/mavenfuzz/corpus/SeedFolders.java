package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Where a project keeps the seeds of all its targets, each target's at {@code
 * fuzz/<class>/<method>} of the tests' class path.
 *
 * @param sources the folders that are read; none is read twice
 * @param crashers the folder to which a target's crashers are written
 */
public record SeedFolders(List<ResourceFolder> sources, Function<FuzzTarget, Path> crashers) {
  public SeedFolders {
    sources = List.copyOf(sources);
  }

  /** One folder for everything, with a folder for each class in it. */
  public static SeedFolders of(Path directory) {
    ResourceFolder folder =
        new ResourceFolder(directory, Path.of(FuzzTarget.RESOURCES), file -> true);
    return new SeedFolders(List.of(folder), t -> directory.resolve(t.relativeDirectory()));
  }

  /** Where a target's seeds are found in the class path. */
  public static Path place(FuzzTarget target) {
    return Path.of(FuzzTarget.RESOURCES).resolve(target.relativeDirectory());
  }

  /** The folders of one target. */
  public TargetSeeds of(FuzzTarget target) {
    Path place = place(target);
    return new TargetSeeds(
        sources.stream().flatMap(source -> source.at(place).stream()).toList(),
        new CorpusDirectory(crashers.apply(target)));
  }
}
