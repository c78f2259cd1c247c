package io.github.mavenfuzz.session;

import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.OutputMark;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.process.EngineModule;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmArguments;
import io.github.mavenfuzz.process.JvmDefaults;
import io.github.mavenfuzz.process.JvmEnvironment;
import io.github.mavenfuzz.process.JvmListener;
import io.github.mavenfuzz.process.JvmProcess;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.process.StartHint;
import io.github.mavenfuzz.worker.WorkerMain;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What connects one worker with its JVMs, one after the other: shared memory, a socket and the
 * files that a JVM reads when it starts, whatever its purpose. All of it is made once, so that a
 * JVM can be replaced on a full disk too, and again when the target has deleted it. Belongs to the
 * worker's thread, which closes it.
 */
public final class WorkerLink implements AutoCloseable {
  private final WorkerSetup setup;
  private final WorkerFiles files;
  private SharedMemory memory;
  private JvmListener listener;

  /** Arguments that JVMs do not start with. */
  private final Set<String> refused = new HashSet<>();

  /**
   * @throws FuzzException when there is no room for it
   */
  public WorkerLink(WorkerSetup setup, WorkerFiles files) throws FuzzException {
    this.setup = setup;
    this.files = files;
    try {
      restore();
    } catch (IOException e) {
      close();
      throw cannotMake(e);
    }
  }

  private void restore() throws IOException {
    files.directory().restore();
    if (memory == null || !memory.isUsable()) {
      if (memory != null) {
        memory.close();
      }
      memory = files.createMemory();
    }
    if (listener == null || !listener.isReachable()) {
      if (listener != null) {
        listener.close();
      }
      listener = files.listen();
    }
  }

  private FuzzException cannotMake(IOException e) {
    return noRoom(files.directory().path(), 0, e);
  }

  /**
   * What to say when the files of a worker cannot be made, or not be made larger.
   *
   * @param more the length of the inputs that are to be passed, in bytes
   */
  static FuzzException noRoom(Path directory, long more, IOException e) {
    long megabytes = SharedMemory.firstSize() + more >> 20;
    return new FuzzException(
        String.format(
            Locale.ROOT,
            "The files that connect a worker JVM cannot be made in %s (%s); they need %d MiB for each"
                + " worker: make room there, or set java.io.tmpdir to another directory.",
            directory,
            e,
            megabytes + 1),
        e);
  }

  /** The shared memory of the JVM that was started last. */
  SharedMemory memory() {
    return memory;
  }

  /**
   * Starts a JVM, and makes first what it needs and is not there any more.
   *
   * @throws FuzzException when that cannot be made, or the JVM not be started
   */
  public JvmProcess launch(JvmPurpose purpose) throws FuzzException {
    try {
      restore();
      makeRoomForCrashLogs();
      memory.setHaltReason(HaltReason.NONE);
      provideFiles();
      WorkerSettings settings = files.settings(setup, purpose, listener.endpoint(), memory);
      List<String> commandLine = files.commandLine(purpose, arguments(purpose));
      JvmProcess.Role role =
          new JvmProcess.Role(files.target().id(), OutputMark.of(settings.memory()));
      return JvmProcess.launch(setup.jvms(), role, commandLine, listener);
    } catch (IOException e) {
      throw cannotMake(e);
    }
  }

  /** Those for all purposes, for later there may be no room. */
  private void provideFiles() throws IOException, FuzzException {
    Charset charset = JvmEnvironment.charset(setup.jvms().jvm());
    files.directory().provideBootJar();
    if (setup.jvms().jvm().modules().requiresEngine()) {
      EngineModule.provide(files.directory());
    }
    for (JvmPurpose purpose : JvmPurpose.values()) {
      WorkerSettings settings = files.settings(setup, purpose, listener.endpoint(), memory);
      files.provide(purpose, settings);
      files.provide(purpose, arguments(purpose), charset);
    }
  }

  private JvmArguments arguments(JvmPurpose purpose) {
    return JvmArguments.of(
        purpose,
        setup.jvms(),
        new JvmArguments.Main(WorkerMain.class.getName(), files.settingsFile(purpose)),
        refused);
  }

  /**
   * Leaves out what a JVM did not start with, if that is the engine's own, or a debugger that has
   * started in another JVM.
   *
   * @param output of the JVM
   * @return whether the next JVM gets other arguments
   */
  boolean yieldTo(String output) {
    List<String> blamed = new ArrayList<>(JvmDefaults.blamedBy(output));
    if (StartHint.DEBUGGER.isIn(output)) {
      setup.jvms().jvm().arguments().stream()
          .filter(a -> a.startsWith("-agentlib:jdwp=") || a.startsWith("-Xrunjdwp:"))
          .forEach(blamed::add);
    }
    return refused.addAll(blamed);
  }

  private void makeRoomForCrashLogs() {
    try {
      Files.createDirectories(setup.jvms().crashLogs());
    } catch (IOException e) {
      // A JVM that crashes writes to another directory then, and is classified by its exit code.
    }
  }

  /**
   * Whether all is still there that a JVM needs while it starts: the target in another worker's JVM
   * may have deleted it.
   */
  boolean isComplete(JvmPurpose purpose) {
    return memory.isUsable() && listener.isReachable() && files.areThere(purpose);
  }

  /** Deletes the memory and the socket; the rest goes with the private directory. */
  @Override
  public void close() {
    try {
      if (listener != null) {
        listener.close();
      }
      if (memory != null) {
        memory.close();
      }
    } catch (IOException e) {
      // What is left goes with the private directory.
    }
  }
}
