package io.github.mavenfuzz.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.execution.MavenExecutionRequest;

/**
 * The options of the command line that say with which settings and toolchains Maven runs, as far as
 * they are not those that it has by itself.
 */
final class MavenOptions {
  private final MavenExecutionRequest request;
  private final MavenConfigFile config;
  private final Paths paths;

  /** The folders of Maven's own files, which every installation has. */
  private final List<Path> installation;

  /**
   * @param system the properties of Maven's JVM, which say where Maven is installed
   * @param config what it has need not be said
   */
  MavenOptions(
      MavenExecutionRequest request, Properties system, MavenConfigFile config, Paths paths) {
    this.request = request;
    this.config = config;
    this.paths = paths;
    this.installation =
        Stream.of("maven.home", "maven.conf", "maven.installation.conf")
            .map(system::getProperty)
            .filter(Objects::nonNull)
            .map(folder -> Path.of(folder).toAbsolutePath().normalize())
            .toList();
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    add(words, "-s", "--settings", request.getUserSettingsFile());
    add(words, "-gs", "--global-settings", request.getGlobalSettingsFile());
    add(words, "-t", "--toolchains", request.getUserToolchainsFile());
    add(words, "-gt", "--global-toolchains", request.getGlobalToolchainsFile());
    if (request.isOffline() && !config.hasOption("-o", "--offline")) {
      words.add("-o");
    }
    return words;
  }

  private void add(List<String> words, String option, String longOption, File file) {
    if (file == null || config.hasOption(option, longOption)) {
      return;
    }
    Path path = file.toPath().toAbsolutePath().normalize();
    if (Files.exists(path) && !isUsual(path) && !isTemporary(path)) {
      words.addAll(List.of(option, paths.fromHere(path)));
    }
  }

  private boolean isUsual(Path file) {
    Path ofUser = Path.of(System.getProperty("user.home"), ".m2").toAbsolutePath().normalize();
    return file.getParent().equals(ofUser) || installation.stream().anyMatch(file::startsWith);
  }

  /** Files that a CI server writes for a single build are gone when its log is read. */
  private static boolean isTemporary(Path file) {
    Path temp = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
    return file.getParent().equals(temp)
        || StreamSupport.stream(file.spliterator(), false)
            .anyMatch(name -> name.toString().endsWith("@tmp"));
  }

  /** The profiles that the settings request, of the user and of the installation. */
  List<String> profilesOfSettings() {
    return Stream.of(request.getUserSettingsFile(), request.getGlobalSettingsFile())
        .filter(Objects::nonNull)
        .flatMap(file -> ActiveProfiles.requestedBy(file.toPath()).stream())
        .toList();
  }
}
