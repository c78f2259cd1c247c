package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.corpus.SeedFolders;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.maven.TestResources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the seeds of a module lie, where its crashers go, and whether test runs replay them there.
 *
 * @param module the module's folder
 * @param clean the folder that {@code mvn clean} deletes; no crasher is written there
 * @param configured the folder of all seeds and crashers that the user has set, or null
 * @param sources the folders whose files the build copies to the class path of the tests
 */
record SeedPlaces(Path module, Path clean, Path configured, List<Source> sources) {
  private static final String CONVENTIONAL = "src/test/resources/fuzz";

  SeedFolders folders() {
    return configured != null
        ? SeedFolders.of(configured)
        : new SeedFolders(sources.stream().map(Source::folder).toList(), this::crashers);
  }

  /**
   * Chooses among the test resources from which files arrive at the target's place in the class
   * path: one that arrives as it is before one that is filtered, one of the module before one
   * elsewhere, one that has inputs already before the others.
   */
  private Path crashers(FuzzTarget target) {
    Path place = SeedFolders.place(target);
    return sources.stream()
        .filter(Source::ofTests)
        .filter(source -> takesCrashers(source, place))
        .min(
            Comparator.comparing(Source::filtered)
                .thenComparing(s -> !s.folder().directory().startsWith(module))
                .thenComparing(s -> !Files.isDirectory(directory(s, place)))
                .thenComparing(s -> !hasInputs(s))
                .thenComparing(s -> !Files.isDirectory(s.folder().directory())))
        .map(source -> directory(source, place))
        .orElseGet(() -> module.resolve(CONVENTIONAL).resolve(target.relativeDirectory()));
  }

  private boolean takesCrashers(Source source, Path place) {
    return !source.folder().directory().startsWith(clean)
        && source.folder().at(place).isPresent()
        && Arrays.stream(FailureKind.values())
            .map(kind -> directory(source, place).resolve(kind.filePrefix() + "-0123456789abcdef"))
            .allMatch(source.folder().copied());
  }

  private static Path directory(Source source, Path place) {
    return source.folder().at(place).orElseThrow().directory().normalize();
  }

  private static boolean hasInputs(Source source) {
    return source
        .folder()
        .at(Path.of(FuzzTarget.RESOURCES))
        .map(folder -> Files.isDirectory(folder.directory()))
        .orElse(true);
  }

  /**
   * Why test runs may not replay a finding's crasher as it is.
   *
   * @return a sentence, or null when they do
   */
  String caveat(Finding finding) {
    if (finding.crasher() == null) {
      return null;
    }
    Path place = SeedFolders.place(finding.target());
    Path file = finding.crasher().normalize();
    List<Source> copying =
        sources.stream()
            .filter(s -> s.folder().at(place).isPresent())
            .filter(s -> directory(s, place).equals(file.getParent()))
            .filter(s -> s.folder().copied().test(file))
            .toList();
    if (copying.isEmpty()) {
      return "No test run replays it, for no test resource of the POM brings it to fuzz/ on the test"
          + " class path; set fuzz.seedDirectory to the folder fuzz/ of one that does.";
    }
    return copying.stream().allMatch(Source::filtered)
        ? "Test runs may replay something else, for the POM has this folder filtered; set"
            + " fuzz.seedDirectory to the folder fuzz/ of test resources that are not."
        : null;
  }
}
