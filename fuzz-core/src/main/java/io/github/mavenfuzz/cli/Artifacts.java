package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where crashers and the like are written, under the names that libFuzzer gives them.
 *
 * @param base where relative paths begin
 * @param prefix what the paths of all files begin with; not necessarily a directory
 * @param exactPath the path of a crasher, instead of the prefix and a name, or null
 */
record Artifacts(Path base, String prefix, String exactPath) {
  private static final String DEFAULT_PREFIX = "./";

  /**
   * Takes over what the flags say.
   *
   * @throws UsageException when a directory does not exist
   */
  static Artifacts of(Arguments arguments, Path base) throws UsageException {
    Artifacts artifacts =
        new Artifacts(
            base,
            arguments.text("-artifact_prefix").orElse(DEFAULT_PREFIX),
            arguments.text("-exact_artifact_path").orElse(null));
    Directories.require(artifacts.directory(), arguments);
    if (artifacts.exactPath != null) {
      Directories.require(base.resolve(artifacts.exactPath).getParent(), arguments);
    }
    return artifacts;
  }

  /** The directory of files with the prefix. */
  Path directory() {
    return prefix.endsWith("/") ? base.resolve(prefix) : base.resolve(prefix).getParent();
  }

  /** The path of a crasher as it is printed. */
  String crasher(FailureKind kind, byte[] content) {
    String name =
        switch (kind) {
          case HANG -> "timeout-";
          case OUT_OF_MEMORY -> "oom-";
          case EXCEPTION, EXIT, SIGNAL -> "crash-";
        };
    return path(name, content);
  }

  /** The path of the smaller form of a crasher as it is printed. */
  String minimized(byte[] original) {
    return path("minimized-from-", original);
  }

  private String path(String name, byte[] content) {
    return exactPath != null ? exactPath : prefix + name + ContentHash.sha1(content);
  }

  /**
   * Writes a crasher.
   *
   * @param path from one of the methods above
   * @return the file
   */
  Path write(String path, byte[] content) throws CorpusException {
    Path file = base.resolve(path).normalize();
    if (exactPath == null) {
      return new CorpusDirectory(file.getParent()).add(file.getFileName().toString(), content);
    }
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new CorpusException("cannot write " + file + " (" + e + ")", file, e);
    }
  }

  /**
   * Writes an input that is no crasher for certain.
   *
   * @param name what stands between the prefix and the hash
   * @return the file
   */
  Path writeAside(String name, byte[] content) throws CorpusException {
    Path file = base.resolve(prefix + name + ContentHash.sha1(content)).normalize();
    return new CorpusDirectory(file.getParent()).add(file.getFileName().toString(), content);
  }
}
