package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
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
record WorkerFiles(
    PrivateDirectory directory, String name, Path bootJar, FuzzTarget target, int maxLength) {

  private static final String SETTINGS = ".settings";
  private static final String FIRST = ".args";
  private static final String LAST = "-last.args";

  SharedMemory createMemory() throws IOException {
    return SharedMemory.create(directory.file(name + ".memory"));
  }

  WorkerListener listen() throws IOException {
    return WorkerListener.open(directory.file(name + ".socket"));
  }

  /** Writes the settings of the worker's JVMs for a purpose, unless they are there. */
  void provide(Purpose purpose, WorkerSettings settings) throws IOException {
    directory.provide(name(purpose, SETTINGS), settings.toBytes());
  }

  /** Writes the arguments of the worker's JVMs for a purpose, unless they are there. */
  void provide(Purpose purpose, WorkerArguments arguments, Charset charset)
      throws IOException, FuzzException {
    directory.provide(name(purpose, FIRST), ArgumentFile.content(arguments.first(), charset));
    directory.provide(name(purpose, LAST), ArgumentFile.content(arguments.last(), charset));
  }

  /** What the launcher is given so that it reads the arguments for a purpose. */
  List<String> commandLine(Purpose purpose, WorkerArguments arguments) {
    List<String> line = new ArrayList<>();
    line.add("@" + directory.file(name(purpose, FIRST)));
    line.addAll(arguments.plain());
    line.add("@" + directory.file(name(purpose, LAST)));
    return line;
  }

  /** The file with the settings of the worker's JVMs for a purpose. */
  Path settingsFile(Purpose purpose) {
    return directory.file(name(purpose, SETTINGS));
  }

  /** Whether nobody has deleted what was provided. */
  boolean areThere(Purpose purpose) {
    return Stream.of(SETTINGS, FIRST, LAST)
            .allMatch(suffix -> Files.exists(directory.file(name(purpose, suffix))))
        && Files.exists(bootJar);
  }

  private String name(Purpose purpose, String suffix) {
    return purpose == Purpose.FUZZ
        ? name + suffix
        : name + '-' + purpose.name().toLowerCase(Locale.ROOT) + suffix;
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
        run.targetArguments(),
        WorkerArguments.exactProperties(run.jvm()));
  }
}
