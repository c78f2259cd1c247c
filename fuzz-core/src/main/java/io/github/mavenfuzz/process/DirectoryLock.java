package io.github.mavenfuzz.process;

import io.github.mavenfuzz.comm.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows to other processes that a temporary directory is in use, for as long as this JVM lives:
 * when it is killed, the system gives up the lock, and the next run removes the directory. Belongs
 * to the thread that made it, which closes it before it deletes the directory.
 */
final class DirectoryLock implements AutoCloseable {
  /** A dot, so that it is the last file to be deleted in the directory. */
  private static final String PREFIX = ".lock-";

  private static final Pattern LOCK = Pattern.compile(Pattern.quote(PREFIX) + "(\\d+)");

  /** How long a file may be there before it is locked. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** Null where files cannot be locked: then no other run removes the directory. */
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Locks a directory that was made just now, if its file system has locks. */
  static DirectoryLock of(Path directory) {
    Path file = directory.resolve(PREFIX + ProcessHandle.current().pid());
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.file(file));
      channel.lock();
    } catch (IOException e) {
      // The run goes on without a lock; at worst its directory is left behind.
    }
    return new DirectoryLock(channel);
  }

  /**
   * Removes the directories beside this one whose lock was held by a process of the same user that
   * is gone. Everything else stays.
   *
   * @param directory of this process
   * @param prefix what the names of such directories begin with
   */
  static void removeAbandoned(Path directory, String prefix) {
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(directory.toAbsolutePath().getParent(), prefix + "*")) {
      UserPrincipal user = Files.getOwner(directory);
      for (Path other : all) {
        if (Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && user.equals(Files.getOwner(other, LinkOption.NOFOLLOW_LINKS))
            && isAbandoned(other)) {
          delete(other);
        }
      }
    } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
      // Files that are left there disturb no run, and another run may remove them.
    }
  }

  private static boolean isAbandoned(Path directory) throws IOException {
    Optional<Path> lock;
    try (Stream<Path> files = Files.list(directory)) {
      lock = files.filter(f -> LOCK.matcher(f.getFileName().toString()).matches()).findFirst();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
    return lock.isPresent() && !isOurs(lock.get()) && isGivenUp(lock.get());
  }

  /**
   * Whether the lock is of this process. To open and close its file would give up the lock: a POSIX
   * system does that for all channels of a process at once. An old file may be of an earlier
   * process with the same id.
   */
  private static boolean isOurs(Path lock) throws IOException {
    Matcher name = LOCK.matcher(lock.getFileName().toString());
    ProcessHandle self = ProcessHandle.current();
    Optional<Instant> start = self.info().startInstant();
    return name.matches()
        && name.group(1).equals(Long.toString(self.pid()))
        && (start.isEmpty() || !changed(lock).isBefore(start.get().minus(YOUNG)));
  }

  private static boolean isGivenUp(Path lock) throws IOException {
    if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
        || changed(lock).isAfter(Instant.now().minus(YOUNG))) {
      return false;
    }
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock free = channel.tryLock()) {
      return free != null;
    }
  }

  private static Instant changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
  }

  /** Deletes a directory with all that is in it, which may change meanwhile. */
  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The end of the process gives up the lock as well.
    }
  }
}
