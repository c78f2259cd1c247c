package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.FileTree;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file with an input, not read yet.
 *
 * @param path absolute
 * @param size in bytes
 */
record InputFile(Path path, long size) {
  /** The order in which libFuzzer reads a corpus. */
  static final Comparator<InputFile> SMALLEST_FIRST =
      Comparator.comparingLong(InputFile::size).thenComparing(InputFile::path);

  /**
   * @throws CorpusException when the file cannot be read
   */
  static InputFile of(Path path) throws CorpusException {
    try {
      return new InputFile(path, Files.size(path));
    } catch (IOException e) {
      throw new CorpusException("cannot read " + path + " (" + e + ")", path, e);
    }
  }

  /**
   * Lists the files of a directory and of those in it, smallest first. Hidden ones are left out:
   * files that are being written have such names.
   *
   * @param problems hears a sentence about everything in it that cannot be read
   * @throws CorpusException when the directory cannot be read
   */
  static List<InputFile> in(Path directory, Consumer<String> problems) throws CorpusException {
    List<InputFile> files = new ArrayList<>();
    for (Path path : FileTree.of(directory, Integer.MAX_VALUE, problems).files()) {
      if (!path.getFileName().toString().startsWith(".")) {
        add(path, files, problems);
      }
    }
    files.sort(SMALLEST_FIRST);
    return files;
  }

  /** A file may disappear after it was listed. */
  private static void add(Path path, List<InputFile> files, Consumer<String> problems) {
    try {
      files.add(of(path));
    } catch (CorpusException e) {
      problems.accept(e.getMessage() + "; it is skipped.");
    }
  }

  boolean isTooLarge() {
    return size > CorpusDirectory.MAX_FILE_SIZE;
  }

  /**
   * Reads the file.
   *
   * @param maxLength bytes to which a longer content is cut; 0 means that it is not cut
   * @throws MalformedInputException when it is too large, and not to be cut
   */
  CorpusEntry read(int maxLength) throws IOException, MalformedInputException {
    if (maxLength == 0 && isTooLarge()) {
      throw new MalformedInputException(CorpusDirectory.TOO_LARGE);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // To open one may block.
      throw new MalformedInputException("it is not a regular file");
    }
    byte[] content;
    try (InputStream in = Files.newInputStream(path)) {
      content = in.readNBytes(maxLength > 0 ? maxLength : CorpusDirectory.MAX_FILE_SIZE);
    }
    return new CorpusEntry(content, path.getFileName().toString(), path, false);
  }
}
