package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.corpus.SkippedFiles.Kind;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The files of one target's seeds, crashers or corpus entries: one input a file. Nothing here
 * deletes or changes a file of a user. Lives in the coordinator; several processes may add to the
 * same directory at once.
 */
public final class CorpusDirectory {
  /** No target takes larger inputs, so a larger file came here by mistake. */
  public static final int MAX_FILE_SIZE = 16 << 20;

  /** The fault of a file that is too large, as the end of a sentence. */
  public static final String TOO_LARGE = "it is larger than 16 MiB";

  private final Path directory;
  private final Predicate<Path> counts;

  /**
   * @param directory may be missing, and is then empty until something is added
   */
  public CorpusDirectory(Path directory) {
    this(directory, file -> true);
  }

  /**
   * @param counts whether a file in it is one of the inputs; others are not read
   */
  CorpusDirectory(Path directory, Predicate<Path> counts) {
    this.directory = directory;
    this.counts = counts;
  }

  public Path path() {
    return directory;
  }

  /**
   * Reads all inputs, sorted by file name, or as many as it comes to until this thread is
   * interrupted. Left alone are subdirectories and hidden files, among them what an interrupted
   * {@link #add(String, byte[])} left behind.
   *
   * @param seeds whether the entries are seeds
   * @param problems hears a sentence about every file that is skipped because it cannot be used
   * @throws CorpusException when the directory cannot be read
   */
  public List<CorpusEntry> read(boolean seeds, InputCheck check, Consumer<String> problems)
      throws CorpusException {
    List<CorpusEntry> entries = new ArrayList<>();
    SkippedFiles skipped = new SkippedFiles(directory, problems);
    for (Path file : files(!seeds)) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      byte[] content = content(file, skipped);
      if (content != null) {
        try {
          check.check(content);
          entries.add(new CorpusEntry(content, file.getFileName().toString(), file, seeds));
        } catch (MalformedInputException e) {
          skipped.add(file, Kind.MALFORMED, withoutPeriod(e.getMessage()));
        }
      }
    }
    skipped.end();
    return entries;
  }

  /**
   * @param tidying whether to remove what interrupted runs have left
   */
  private List<Path> files(boolean tidying) throws CorpusException {
    Path existing = directory;
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    if (existing != null && !Files.isDirectory(existing)) {
      throw new CorpusException(notADirectory(existing), directory, null);
    }
    if (!directory.equals(existing)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path file : stream) {
        boolean hidden = file.getFileName().toString().startsWith(".");
        if (hidden && tidying) {
          HalfWritten.removeIfOld(file);
        } else if (!hidden && !Files.isDirectory(file) && counts.test(file)) {
          files.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw cannot("read", directory, e.getCause());
    } catch (IOException e) {
      throw cannot("read", directory, e);
    }
    // Names that this JVM's encoding cannot tell apart are in the order of their bytes.
    files.sort(
        Comparator.comparing((Path f) -> f.getFileName().toString())
            .thenComparing(Comparator.naturalOrder()));
    return files;
  }

  /**
   * Returns null for a file that is skipped or not read to its end. To open one that is no regular
   * file may block.
   */
  private static byte[] content(Path file, SkippedFiles skipped) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      skipped.add(file, Kind.NOT_REGULAR, "it is not a regular file");
      return null;
    }
    try {
      byte[] content = Files.size(file) > MAX_FILE_SIZE ? null : atMost(MAX_FILE_SIZE + 1, file);
      if (content == null || content.length > MAX_FILE_SIZE) {
        skipped.add(file, Kind.TOO_LARGE, TOO_LARGE);
        return null;
      }
      return content;
    } catch (ClosedByInterruptException e) {
      return null;
    } catch (IOException e) {
      skipped.add(file, Kind.UNREADABLE, "it cannot be read, " + reason(e));
      return null;
    }
  }

  /** A file can grow while it is read. */
  private static byte[] atMost(int length, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(length);
    }
  }

  /**
   * Adds a corpus entry, named by the SHA-256 of its content.
   *
   * @return the file, written now or there before
   * @throws CorpusException when it cannot be written
   */
  public Path add(byte[] content) throws CorpusException {
    return add(ContentHash.sha256(content), content);
  }

  /**
   * Adds an input that no other file may stand for, under a name of the caller's.
   *
   * @param name as of {@link #add(String, byte[])}
   * @return the file, which has this content
   * @throws CorpusException when it cannot be written, or something else has the name
   */
  public Path keep(String name, byte[] content) throws CorpusException {
    Path file = add(name, content);
    try {
      if (Files.isRegularFile(file)
          && Files.size(file) == content.length
          && Arrays.equals(content, Files.readAllBytes(file))) {
        return file;
      }
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
    throw new CorpusException(
        file + " has another content than the input of that name: move it away", file, null);
  }

  /**
   * Adds an input under a name of the caller's. The file appears with its whole content or not at
   * all; one that has the name already is left alone, even when it is a symbolic link.
   *
   * @param name a file name without separators, which does not begin with a dot
   * @return the file, written now or there before
   * @throws CorpusException when it cannot be written
   */
  public Path add(String name, byte[] content) throws CorpusException {
    Path file = directory.resolve(name);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return file;
    }
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      throw new CorpusException(notADirectory(directory), file, e);
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
    // Not createTempFile: its files are readable by their owner only, and would stay so.
    Path temp = directory.resolve(HalfWritten.name(name));
    try {
      Files.write(temp, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteQuietly(temp);
      throw cannot("write", file, e);
    }
    return file;
  }

  private static void deleteQuietly(Path temp) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      // What remains is hidden, and skipped when the directory is read.
    }
  }

  private static String notADirectory(Path path) {
    return path + " is not a directory: move it away, or configure another directory";
  }

  private static CorpusException cannot(String what, Path path, IOException cause) {
    String wayOut =
        what.equals("read")
            ? "make it readable, or configure another directory"
            : "make room and make the directory writable, or configure another directory";
    return new CorpusException(
        "cannot " + what + ' ' + path + " (" + reason(cause) + "): " + wayOut, path, cause);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Optional.ofNullable(reason).orElse(e.getClass().getSimpleName());
  }

  private static String withoutPeriod(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
