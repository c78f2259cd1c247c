package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files or directories that a command line names.
 *
 * @param base where relative paths begin
 * @param names as the user wrote them
 */
record InputPaths(Path base, List<String> names) {

  /** Whether there are any, and the first that exists is a file: then all have to be. */
  boolean areFiles() {
    return paths().stream().filter(Files::exists).limit(1).anyMatch(Files::isRegularFile);
  }

  /**
   * The files by their names.
   *
   * @throws UsageException when one is missing or no file
   */
  Map<String, InputFile> files() throws UsageException, CorpusException {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String name : names) {
      Path path = base.resolve(name);
      if (!Files.exists(path)) {
        throw missing(path, "");
      }
      if (!Files.isRegularFile(path)) {
        throw mixed(path, "no file");
      }
      files.put(name, InputFile.of(path));
    }
    return files;
  }

  /**
   * The directories. Only the first may be made: the others are to be read.
   *
   * @throws UsageException when one is missing or a file
   */
  List<Path> directories(Arguments arguments) throws UsageException {
    List<Path> paths = paths();
    for (Path path : paths) {
      boolean first = path.equals(paths.get(0));
      if (Files.isRegularFile(path)) {
        throw mixed(path, "a file");
      }
      if (!Files.exists(path) && !(first && arguments.isOn("-create_missing_dirs"))) {
        throw missing(
            path, first ? "; for a new directory, make it or add -create_missing_dirs=1" : "");
      }
      if (first) {
        Directories.require(path, arguments);
      }
    }
    return paths;
  }

  private List<Path> paths() {
    return names.stream().map(base::resolve).toList();
  }

  private static UsageException missing(Path path, String wayOut) {
    return new UsageException("No such file or directory: " + path + wayOut + ".");
  }

  private static UsageException mixed(Path path, String what) {
    return new UsageException(
        path + " is " + what + ", unlike others; name directories or files, not both.");
  }
}
