package io.github.mavenfuzz.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a worker JVM's code that is in named modules. The engine is in none: it stays on the
 * class path.
 *
 * @param module that of the targets; null when there are no named modules
 * @param elements folders and jars that hold a module each
 * @param patches folders whose classes belong to the module of the targets, too
 * @param packages those of the targets' classes, into which the engine and JUnit may look
 * @param requiresEngine whether a module requires that of the engine
 */
public record ModulePath(
    String module,
    List<Path> elements,
    List<Path> patches,
    List<String> packages,
    boolean requiresEngine) {
  /** All code lies on the class path. */
  public static final ModulePath NONE =
      new ModulePath(null, List.of(), List.of(), List.of(), false);

  /**
   * The JVM's arguments, those that Surefire passes.
   *
   * @param engineModule where {@link EngineModule} is, if a module requires it
   */
  List<String> arguments(Path engineModule) {
    if (module == null) {
      return List.of();
    }
    List<Path> modules = new ArrayList<>(elements);
    if (requiresEngine) {
      modules.add(engineModule);
    }
    List<String> arguments = new ArrayList<>(List.of("--module-path", join(modules)));
    if (!patches.isEmpty()) {
      arguments.addAll(List.of("--patch-module", module + '=' + join(patches)));
    }
    arguments.addAll(List.of("--add-modules", module));
    arguments.addAll(List.of("--add-reads", module + "=ALL-UNNAMED"));
    for (String name : packages) {
      arguments.addAll(List.of("--add-opens", module + '/' + name + "=ALL-UNNAMED"));
    }
    return arguments;
  }

  /** One argument for several folders and jars. */
  static String join(Collection<Path> elements) {
    return elements.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
