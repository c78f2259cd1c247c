package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files of one worker in the run's private directory, and what they are made of.
 *
 * @param name tells the files of several workers apart
 * @param maxLength the most bytes to which a mutation may grow an argument
 * @param valueCapacity the longest file form of an input
 */
record WorkerFiles(
    PrivateDirectory directory,
    String name,
    Path bootJar,
    FuzzTarget target,
    int maxLength,
    int valueCapacity) {

  SharedMemory createMemory() throws IOException {
    return SharedMemory.create(directory.file(name + ".memory"), valueCapacity);
  }

  WorkerListener listen() throws IOException {
    return WorkerListener.open(directory.file(name + ".socket"));
  }

  /** Writes the settings of the worker's JVMs for a purpose, unless they are there. */
  Path provide(Purpose purpose, WorkerSettings settings) throws IOException {
    return directory.provide(settingsName(purpose), settings.toBytes());
  }

  /** Writes the arguments of the worker's JVMs for a purpose, unless they are there. */
  void provideArguments(Purpose purpose, byte[] content) throws IOException {
    directory.provide(argumentsName(purpose), content);
  }

  /** The file with the arguments of the worker's JVMs for a purpose. */
  Path arguments(Purpose purpose) {
    return directory.file(argumentsName(purpose));
  }

  /** Whether nobody has deleted what was provided. */
  boolean areThere(Purpose purpose) {
    return Files.exists(directory.file(settingsName(purpose)))
        && Files.exists(arguments(purpose))
        && Files.exists(bootJar);
  }

  private String settingsName(Purpose purpose) {
    return name + suffix(purpose) + ".settings";
  }

  private String argumentsName(Purpose purpose) {
    return name + suffix(purpose) + ".args";
  }

  private static String suffix(Purpose purpose) {
    return purpose == Purpose.FUZZ ? "" : "-" + purpose.name().toLowerCase(Locale.ROOT);
  }

  WorkerSettings settings(
      RunSettings run, Purpose purpose, Endpoint endpoint, SharedMemory memory) {
    return new WorkerSettings(
        endpoint,
        memory.file(),
        bootJar,
        run.includes(),
        run.excludes(),
        purpose.hasProbes(),
        target,
        run.timeout().toMillis(),
        maxLength,
        run.mutation().dictionary(),
        run.targetArguments());
  }
}
