package io.github.mavenfuzz.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a report so that its readers see the old file or the whole new one, nothing between. */
final class ReportFile {
  /** How far from its beginning the mark of a file may stand. */
  private static final int MARKED_BYTES = 200;

  private ReportFile() {}

  /**
   * @throws IOException with a sentence for the user
   */
  static void write(Path directory, String name, String content) throws IOException {
    Path file = resolve(directory, name);
    Path temp = directory.resolve(".report-" + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(directory);
      Files.write(temp, content.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(temp);
      throw new IOException(
          "cannot write the report "
              + file
              + " ("
              + reason(e)
              + "): make room and make the directory writable",
          e);
    }
  }

  /**
   * Deletes files of a folder, if there are any.
   *
   * @param names a glob pattern
   * @param mark what a file begins with, or nearly so; others stay
   * @throws IOException with a sentence for the user
   */
  static void delete(Path directory, String names, String mark) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && beginning(file).contains(mark)) {
          Files.delete(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw cannotDelete(directory, e.getCause());
    } catch (IOException e) {
      throw cannotDelete(directory, e);
    }
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MARKED_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static IOException cannotDelete(Path directory, IOException e) {
    return new IOException(
        "cannot delete the reports of an earlier build in "
            + directory
            + " ("
            + reason(e)
            + "): delete them",
        e);
  }

  private static Path resolve(Path directory, String name) throws IOException {
    try {
      return directory.resolve(name);
    } catch (InvalidPathException e) {
      throw new IOException(
          "cannot write the report "
              + name
              + " (the locale has no file names with such characters): run Maven in one that has,"
              + " such as with LC_ALL=C.UTF-8",
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "its directory is a file";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static void deleteQuietly(Path temp) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      // The report's own error is the one to tell.
    }
  }
}
