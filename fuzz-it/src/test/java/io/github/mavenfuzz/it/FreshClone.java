package io.github.mavenfuzz.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a project as Git would have it elsewhere, with the files of findings committed. The
 * commands that a build's log tells are pasted into a shell there; one copy for each script.
 */
public final class FreshClone {
  private static final List<String> NOT_COMMITTED = List.of("target", ".fuzz");

  /** The target of a finding, what it threw, and the command. */
  private static final Pattern FINDING =
      Pattern.compile(
          "\\[ERROR\\] Finding \\d+ \\[\\w+\\] in (.*)\\n"
              + "\\[ERROR\\]   (.*)\\n"
              + "(?:(?!\\[ERROR\\] Finding )\\[ERROR\\] .*\\n)*?"
              + "\\[ERROR\\]   Reproduce: (.*)\\n");

  private final Path directory;
  private final Path bin;

  /**
   * @param basedir the project's folder, in which a build by the invoker went before
   * @throws IOException when it cannot be copied
   */
  public FreshClone(File basedir, File localRepository) throws IOException {
    this(basedir.toPath(), localRepository.toPath(), Path.of(System.getProperty("maven.home")));
  }

  /**
   * @param maven the home of the Maven that {@code mvn} is in the clone
   * @throws IOException when the project cannot be copied
   */
  public FreshClone(Path project, Path localRepository, Path maven) throws IOException {
    Path clones = Files.createDirectories(project.resolveSibling("../it-clones").normalize());
    directory = clones.resolve(project.getFileName() + " with " + maven.getFileName());
    bin = clones.resolve(directory.getFileName() + "-bin");
    delete(directory);
    copy(project, directory);
    Path script = Files.createDirectories(bin).resolve("mvn");
    Path settings = project.resolveSibling("interpolated-settings.xml");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s/bin/mvn' -B -gs '%s' -Dmaven.repo.local='%s' "$@"
        """
            .formatted(maven, settings, localRepository));
    script.toFile().setExecutable(true);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COMMITTED.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.getFileName().toString().endsWith(".log")) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Pastes the command of each finding that a build tells, and expects that the same exception of
   * the same target fails the build.
   */
  public void reproduces(Build build) throws IOException, InterruptedException {
    reproduces(build, Integer.MAX_VALUE);
  }

  /**
   * The same with the first findings only, where there are many.
   *
   * @param limit at most so many
   */
  public void reproduces(Build build, int limit) throws IOException, InterruptedException {
    List<MatchResult> findings = build.matches(FINDING);
    if (findings.isEmpty()) {
      throw new AssertionError("The build tells of no finding with a command.");
    }
    for (MatchResult finding : findings.subList(0, Math.min(limit, findings.size()))) {
      paste(finding.group(3)).fails("[ERROR] " + finding.group(1) + " fails on ", finding.group(2));
    }
  }

  /** Pastes a command into a shell, in the folder of the clone. */
  public Build paste(String command) throws IOException, InterruptedException {
    String path = bin + File.pathSeparator + System.getenv("PATH");
    Map<String, String> environment =
        Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home"));
    Command shell = Command.run(directory.toFile(), environment, List.of("bash", "-c", command));
    return new Build("$ " + command + "\n" + Build.plain(shell.output()));
  }
}
