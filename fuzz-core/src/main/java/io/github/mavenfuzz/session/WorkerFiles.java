package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.ArgumentFile;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmArguments;
import io.github.mavenfuzz.process.JvmListener;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.process.PrivateDirectory;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one worker in the run's private directory, and what they are made of.
 *
 * @param name tells the files of several workers apart
 * @param maxLength the most bytes to which a mutation may grow an argument
 */
public record WorkerFiles(
    PrivateDirectory directory, String name, Path bootJar, FuzzTarget target, int maxLength) {

  private static final String SETTINGS = ".settings";
  private static final String FIRST = ".args";
  private static final String LAST = "-last.args";

  /**
   * The files of a worker, with the boot jar in its place.
   *
   * @throws FuzzException when that cannot be written
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  static WorkerFiles prepare(
      PrivateDirectory directory, String name, FuzzTarget target, int maxLength)
      throws FuzzException, InterruptedException {
    try {
      return new WorkerFiles(directory, name, directory.provideBootJar(), target, maxLength);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException e) {
      throw new FuzzException("No worker can be prepared: " + e + ".", e);
    }
  }

  SharedMemory createMemory() throws IOException {
    return SharedMemory.create(directory.file(name + ".memory"));
  }

  JvmListener listen() throws IOException {
    return JvmListener.open(directory.file(name + ".socket"));
  }

  /** Writes the settings of the worker's JVMs for a purpose, unless they are there. */
  void provide(JvmPurpose purpose, WorkerSettings settings) throws IOException {
    directory.provide(name(purpose, SETTINGS), settings.toBytes());
  }

  /** Writes the arguments of the worker's JVMs for a purpose, unless they are there. */
  void provide(JvmPurpose purpose, JvmArguments arguments, Charset charset)
      throws IOException, FuzzException {
    directory.provide(name(purpose, FIRST), ArgumentFile.content(arguments.first(), charset));
    directory.provide(name(purpose, LAST), ArgumentFile.content(arguments.last(), charset));
  }

  /** What the launcher is given so that it reads the arguments for a purpose. */
  List<String> commandLine(JvmPurpose purpose, JvmArguments arguments) {
    List<String> line = new ArrayList<>();
    line.add("@" + directory.file(name(purpose, FIRST)));
    line.addAll(arguments.plain());
    line.add("@" + directory.file(name(purpose, LAST)));
    return line;
  }

  /** The file with the settings of the worker's JVMs for a purpose. */
  Path settingsFile(JvmPurpose purpose) {
    return directory.file(name(purpose, SETTINGS));
  }

  /** Whether nobody has deleted what was provided. */
  boolean areThere(JvmPurpose purpose) {
    return Stream.of(SETTINGS, FIRST, LAST)
            .allMatch(suffix -> Files.exists(directory.file(name(purpose, suffix))))
        && Files.exists(bootJar);
  }

  private String name(JvmPurpose purpose, String suffix) {
    return purpose == JvmPurpose.FUZZ
        ? name + suffix
        : name + '-' + purpose.name().toLowerCase(Locale.ROOT) + suffix;
  }

  WorkerSettings settings(
      WorkerSetup setup, JvmPurpose purpose, Endpoint endpoint, SharedMemory memory) {
    return new WorkerSettings(
        endpoint,
        memory.file(),
        bootJar,
        setup.guiding().includes(),
        setup.guiding().excludes(),
        purpose.insertion(),
        target,
        purpose.deadline(setup.timeout()).toMillis(),
        maxLength,
        setup.targetArguments(),
        JvmArguments.exactProperties(setup.jvms().jvm()));
  }
}
