package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where crashers and the like are written, under the names that libFuzzer gives them.
 *
 * @param base where relative paths begin
 * @param prefix what the paths of all files begin with; not necessarily a directory
 * @param exactPath the path of the first crasher, instead of the prefix and a name, or null
 * @param first the name of the crasher that has the exact path, once there is one
 */
record Artifacts(Path base, String prefix, String exactPath, AtomicReference<String> first) {
  private static final String DEFAULT_PREFIX = "./";

  Artifacts(Path base, String prefix, String exactPath) {
    this(base, prefix, exactPath, new AtomicReference<>());
  }

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
    // libFuzzer has no name of its own for an exit.
    FailureKind named = kind == FailureKind.EXIT ? FailureKind.EXCEPTION : kind;
    String name = named.filePrefix() + '-' + ContentHash.sha1(content);
    if (exactPath == null) {
      return prefix + name;
    }
    first.compareAndSet(null, name);
    return name.equals(first.get()) ? exactPath : prefix + name;
  }

  /** The path of the smaller form of a crasher as it is printed. */
  String minimized(byte[] original) {
    return exactPath != null ? exactPath : prefix + "minimized-from-" + ContentHash.sha1(original);
  }

  /** Where the file with a path that is printed lies. */
  Path file(String path) {
    return base.resolve(path).normalize();
  }

  /**
   * Writes a crasher.
   *
   * @param path from {@link #crasher(FailureKind, byte[])}
   * @return the file
   */
  Path write(String path, byte[] content) throws CorpusException {
    return path.equals(exactPath) ? replace(path, content) : add(path, content);
  }

  /**
   * Writes a file whatever is there.
   *
   * @param path from one of the methods above
   * @return the file, which has the old content or the new one and nothing between
   */
  Path replace(String path, byte[] content) throws CorpusException {
    Path file = file(path);
    try {
      Path fresh = Files.createTempFile(file.getParent(), ".fuzz-", null);
      try {
        Files.write(fresh, content);
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
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
    return add(prefix + name + ContentHash.sha1(content), content);
  }

  private Path add(String path, byte[] content) throws CorpusException {
    Path file = file(path);
    return new CorpusDirectory(file.getParent()).keep(file.getFileName().toString(), content);
  }
}
