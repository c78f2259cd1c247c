package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Writes the settings of the worker's JVMs, unless they are there. */
  Path provide(WorkerSettings settings) throws IOException {
    directory.writeBootJar();
    return directory.provide(settingsName(), settings.toBytes());
  }

  /** Writes the arguments of the worker's JVMs, unless they are there. */
  Path provideArguments(byte[] content) throws IOException {
    return directory.provide(argumentsName(), content);
  }

  /** Whether nobody has deleted what was provided. */
  boolean areThere() {
    return Files.exists(directory.file(settingsName()))
        && Files.exists(directory.file(argumentsName()))
        && Files.exists(bootJar);
  }

  private String settingsName() {
    return name + ".settings";
  }

  private String argumentsName() {
    return name + ".args";
  }

  WorkerSettings settings(RunSettings run, Endpoint endpoint, SharedMemory memory) {
    return new WorkerSettings(
        endpoint,
        memory.file(),
        bootJar,
        run.includes(),
        run.excludes(),
        target,
        run.timeout().toMillis(),
        maxLength,
        run.mutation().dictionary(),
        run.targetArguments());
  }
}
