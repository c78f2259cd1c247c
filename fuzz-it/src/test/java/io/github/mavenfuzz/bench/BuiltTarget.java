package io.github.mavenfuzz.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A target that can be run.
 *
 * @param target what its author wrote
 * @param classes the folder with its classes, and with those that were made for the benchmark
 * @param libraries the jars of its dependencies
 * @param seeds the folder of its seeds, at least one
 */
record BuiltTarget(Target target, Path classes, List<Path> libraries, Path seeds) {

  String name() {
    return target.name();
  }

  /** The class that all tools call: it notes the first run and the first failure. */
  String entryClass() {
    return target.qualify(TargetBuilder.ENTRY);
  }

  /** The class path of the target, and after it more. */
  String classPath(List<Path> more) {
    List<Path> all = new ArrayList<>(List.of(classes));
    all.addAll(libraries);
    all.addAll(more);
    return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
