package io.github.mavenfuzz.comm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps files from everybody but their owner, where the file system knows such permissions; on
 * others they have those of the directory that they are in.
 */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** For a new file. */
  public static FileAttribute<?>[] file(Path file) {
    return attributes(file, FILE);
  }

  /** For a new directory. */
  public static FileAttribute<?>[] directory(Path directory) {
    return attributes(directory, DIRECTORY);
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /** Changes a file that was made by other means. */
  public static void restrict(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(FILE);
    }
  }

  /** Whether a directory is one, no link, and nobody but its owner can enter it. */
  public static boolean isPrivateDirectory(Path directory) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(
            directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && (view == null || view.readAttributes().permissions().equals(DIRECTORY));
  }
}
