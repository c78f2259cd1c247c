package io.github.mavenfuzz.process;

import io.github.mavenfuzz.comm.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A temporary directory that only its owner can enter, for the sockets, shared memory and settings
 * of one target's run. A target may delete it, so that everything in it can be made once more. For
 * the threads of all workers; the coordinator closes it, which deletes it.
 */
public final class PrivateDirectory implements AutoCloseable {
  private static final String BOOT_JAR = "boot.jar";

  /** How long a run may take to end when the JVM ends. */
  private static final long END_MILLIS = 2500;

  private static final String PREFIX = "fuzz-";

  private final Path path;
  private DirectoryLock lock;
  private final UserPrincipal owner;

  /** The content of the boot jar; null until it is asked for. */
  private byte[] bootJar;

  /** Whether the directory was deleted for good; then nothing is made in it any more. */
  private boolean deleted;

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Deletes the directory when the JVM ends before the run does, as by Ctrl-C. */
  private final Thread deletion = new Thread(this::deleteAtLast, "fuzz-cleanup");

  /**
   * @throws FuzzException when no such directory can be made
   * @throws InterruptedException when this thread is interrupted, or the JVM is about to end
   */
  public PrivateDirectory() throws FuzzException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      // Temporary directories are made for their owner only.
      path = Files.createTempDirectory(PREFIX);
    } catch (IOException e) {
      throw cannotMake(e);
    }
    lock = DirectoryLock.of(path);
    boolean made = false;
    try {
      DirectoryLock.removeAbandoned(path, PREFIX);
      owner = Files.getOwner(path);
      made = deleteWithJvm();
    } catch (IOException e) {
      throw cannotMake(e);
    } finally {
      if (!made) {
        delete();
      }
    }
    if (!made) {
      throw new InterruptedException("the JVM is about to end");
    }
  }

  private static FuzzException cannotMake(IOException e) {
    return new FuzzException(
        "No temporary directory can be made ("
            + e
            + "); set java.io.tmpdir to a directory that exists and has room.",
        e);
  }

  /** Returns false when the JVM is ending: then the directory would never be deleted. */
  private boolean deleteWithJvm() {
    try {
      Runtime.getRuntime().addShutdownHook(deletion);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  /**
   * Makes the directory once more if it is gone.
   *
   * @throws IOException when it cannot be made or was deleted by {@link #close}, or another user
   *     has put something in its place
   */
  public synchronized void restore() throws IOException {
    if (deleted) {
      throw new IOException("the run is over");
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(path.getParent());
      Files.createDirectory(path, OwnerOnly.directory(path));
      lock.close();
      lock = DirectoryLock.of(path);
    }
    if (!OwnerOnly.isPrivateDirectory(path) || !Files.getOwner(path).equals(owner)) {
      throw new IOException(path + " was replaced by what is not private");
    }
  }

  /**
   * Makes sure that a file is there, without writing to one that is: it may be that nothing can be
   * written.
   */
  public synchronized Path provide(String name, byte[] content) throws IOException {
    restore();
    Path file = file(name);
    if (!has(file, content)) {
      Files.deleteIfExists(file);
      Set<StandardOpenOption> fresh =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (OutputStream out =
          Channels.newOutputStream(Files.newByteChannel(file, fresh, OwnerOnly.file(file)))) {
        out.write(content);
      }
    }
    return file;
  }

  private static boolean has(Path file, byte[] content) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Arrays.equals(in.readNBytes(content.length + 1), content);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Makes sure that there is a jar with all that instrumented code touches. */
  public synchronized Path provideBootJar() throws IOException {
    if (bootJar == null) {
      bootJar = BootJar.content();
    }
    return provide(BOOT_JAR, bootJar);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(deletion);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook waits for this.
    }
    delete();
    closed.countDown();
  }

  private void deleteAtLast() {
    try {
      if (!closed.await(END_MILLIS, TimeUnit.MILLISECONDS)) {
        delete();
      }
    } catch (InterruptedException e) {
      delete();
    }
  }

  private synchronized void delete() {
    lock.close();
    deleted = true;
    try {
      DirectoryLock.delete(path);
    } catch (IOException | UncheckedIOException e) {
      // What is left lies in the system's temporary directory, for its owner only.
    }
  }
}
