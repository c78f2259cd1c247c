package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a project that has used Jazzer keeps its inputs, of all targets. They are only read.
 *
 * @param resources the folders of test resources, in which a class has the directory {@code
 *     <Class>Inputs}
 * @param generated the directory of the corpora that Jazzer has generated, {@code .cifuzz-corpus}
 */
public record JazzerDirectories(List<ResourceFolder> resources, Path generated) {
  public JazzerDirectories {
    resources = List.copyOf(resources);
  }

  /** The directories of one target. */
  public JazzerInputs of(FuzzTarget target) {
    Path place = Path.of(target.jazzersResource());
    return new JazzerInputs(
        target,
        resources.stream().flatMap(folder -> folder.at(place).stream()).toList(),
        generated.resolve(target.relativeDirectory()));
  }
}
