package io.github.mavenfuzz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the targets of a folder, and selects among them. */
final class Targets {
  private static final String ENDING = ".java";
  private static final Pattern DEPENDENCIES = Pattern.compile("(?m)^\\s*// deps:(.*)$");
  private static final Pattern SEEDS = Pattern.compile("(?m)^\\s*// seeds:(.*)$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern COORDINATES = Pattern.compile("[^:\\s]+(:[^:\\s]+){2,3}");

  private Targets() {}

  /**
   * @param directory the folder with the source files
   * @param only the names of those that are wanted, in any case of letters; all when empty
   * @return sorted by name
   * @throws BenchException when there is none, a name is unknown, or a header is wrong
   */
  static List<Target> read(Path directory, List<String> only) throws BenchException, IOException {
    if (!Files.isDirectory(directory)) {
      throw new BenchException(
          "-Dbench.targets=%s is no folder; name one with a Java source file for each target."
              .formatted(directory));
    }
    List<Path> sources;
    try (Stream<Path> files = Files.list(directory)) {
      sources = files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    }
    List<Target> all = new ArrayList<>();
    for (Path source : sources) {
      all.add(readOne(source));
    }
    if (all.isEmpty()) {
      throw new BenchException(
          "There is no Java source file in -Dbench.targets=%s.".formatted(directory));
    }
    return select(all, only);
  }

  private static List<Target> select(List<Target> all, List<String> only) throws BenchException {
    List<String> known = all.stream().map(Target::name).toList();
    for (String name : only) {
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        throw new BenchException(
            "-Dbench.only names '%s', but the targets are: %s."
                .formatted(name, String.join(", ", known)));
      }
    }
    return all.stream()
        .filter(t -> only.isEmpty() || only.stream().anyMatch(t.name()::equalsIgnoreCase))
        .toList();
  }

  private static Target readOne(Path source) throws BenchException, IOException {
    String text = Files.readString(source);
    String file = source.getFileName().toString();
    String name = file.substring(0, file.length() - ENDING.length());
    Path goTest = source.resolveSibling(name.toLowerCase(Locale.ROOT) + "_test.go");
    return new Target(
        name,
        source,
        header(PACKAGE, text).orElse(""),
        dependencies(source, header(DEPENDENCIES, text)),
        seeds(source, header(SEEDS, text)),
        Files.exists(goTest) ? goTest : null);
  }

  private static Optional<String> header(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static List<String> dependencies(Path source, Optional<String> line)
      throws BenchException {
    List<String> all =
        Arrays.stream(line.orElseThrow(() -> withoutDependencies(source)).split("\\s+"))
            .filter(d -> !d.isEmpty())
            .toList();
    for (String dependency : all) {
      if (!COORDINATES.matcher(dependency).matches()) {
        throw new BenchException(
            "%s has the dependency '%s', which is not groupId:artifactId:version."
                .formatted(source, dependency));
      }
    }
    return all;
  }

  private static BenchException withoutDependencies(Path source) {
    return new BenchException(
        (source + " has no line '// deps: groupId:artifactId:version ...'")
            + "; leave the list empty when it needs nothing.");
  }

  private static Path seeds(Path source, Optional<String> line) throws BenchException {
    if (line.isEmpty() || line.get().isEmpty()) {
      return null;
    }
    Path seeds = source.resolveSibling(line.get()).normalize();
    if (!Files.isDirectory(seeds)) {
      throw new BenchException(
          "%s names the seeds '%s', but there is no folder %s."
              .formatted(source, line.get(), seeds));
    }
    return seeds;
  }
}
