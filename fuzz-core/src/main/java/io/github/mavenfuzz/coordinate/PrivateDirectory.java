package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.coverage.Counters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A temporary directory that only its owner can enter, for the sockets, shared memory and settings
 * of one target's run. The coordinator closes it, which deletes it.
 */
final class PrivateDirectory implements AutoCloseable {
  /** Of a Unix-domain socket, on the systems that allow the least; with the final zero byte. */
  private static final int MAX_SOCKET_PATH = 104;

  /** How long a run may take to end when the JVM ends. */
  private static final long END_MILLIS = 2500;

  private final Path path;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** For when the JVM ends and the run does not, as by Ctrl-C. */
  private final Thread deletion = new Thread(this::deleteAtLast, "fuzz-cleanup");

  /**
   * @throws FuzzException when no such directory can be made
   */
  PrivateDirectory() throws FuzzException {
    try {
      // Temporary directories are made for their owner only.
      path = Files.createTempDirectory("fuzz-");
      Runtime.getRuntime().addShutdownHook(deletion);
    } catch (IOException e) {
      throw new FuzzException("No temporary directory can be made: " + e + ".", e);
    }
    int length = file("worker-00.socket").toString().getBytes(StandardCharsets.UTF_8).length;
    if (length >= MAX_SOCKET_PATH) {
      close();
      throw new FuzzException(
          "The temporary directory "
              + path.getParent()
              + " has too long a path for sockets; set java.io.tmpdir to a shorter one.");
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Writes a jar with nothing but the coverage counters, for the boot class path. */
  Path writeBootJar() throws IOException {
    Path jar = file("boot.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String className : Counters.bootClasses()) {
        String name = className.replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = Counters.class.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
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

  private void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left lies in the system's temporary directory, for its owner only.
    }
  }
}
