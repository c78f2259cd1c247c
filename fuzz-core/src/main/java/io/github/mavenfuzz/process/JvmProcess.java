package io.github.mavenfuzz.process;

import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.failure.CrashLog;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A worker JVM: its process, its connection and its output. Belongs to one worker's thread, which
 * stops it; {@link #disconnect} may be called from anywhere.
 */
public final class JvmProcess {
  private static final long STEP_MILLIS = 1000;
  private static final long WAIT_MILLIS = 5000;

  /** Longer than a worker JVM lets its shutdown hooks take, on a busy machine too. */
  private static final long ORDER_MILLIS = 4_000;

  /** The exit codes of a JVM that crashes, without a core dump and with one. */
  private static final Set<Integer> CRASHED = Set.of(1, 134);

  private final String target;
  private final JvmListener listener;
  private final Process process;
  private final StrayProcesses strays;
  private final CrashLogFile crashLog;
  private final LinuxProcess status;
  private final JvmWear wear;
  private final OutputTail output;
  private boolean stopped;

  /** Null until the JVM has connected. */
  private volatile WorkerComm comm;

  private JvmProcess(Role role, JvmListener listener, StartedJvm jvm, CrashLogFile crashLog) {
    this.target = role.target();
    this.listener = listener;
    this.process = jvm.process();
    this.strays = jvm.strays();
    this.crashLog = crashLog;
    this.status = new LinuxProcess(process.pid());
    this.wear = new JvmWear(status, strays, System::nanoTime);
    this.output = new OutputTail(process.getInputStream(), process::isAlive, role.outputMark());
  }

  /**
   * What a JVM is for.
   *
   * @param target in messages to the user
   * @param outputMark what it writes to its output before it tells of a failure
   */
  public record Role(String target, byte[] outputMark) {}

  /** A process, and what is known of those that it starts. */
  private record StartedJvm(Process process, StrayProcesses strays) {}

  /**
   * Starts a worker JVM.
   *
   * @param arguments of the launcher
   * @param listener where the JVM connects
   * @throws FuzzException when the JVM cannot be started
   */
  public static JvmProcess launch(
      JvmSetup setup, Role role, List<String> arguments, JvmListener listener)
      throws FuzzException {
    JvmSettings jvm = setup.jvm();
    List<String> command = new ArrayList<>(arguments);
    command.add(0, jvm.java().toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(jvm.workingDirectory().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(jvm.environment());
    StrayProcesses strays = new StrayProcesses();
    strays.mark(builder.environment());
    // Some file systems know full seconds only.
    FileTime started = FileTime.from(Instant.now().minusSeconds(1));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CrashLogFile crashLog = new CrashLogFile(setup.crashLogs(), process.pid(), started);
      return new JvmProcess(role, listener, new StartedJvm(process, strays), crashLog);
    } catch (IOException e) {
      throw new FuzzException("No worker JVM can be started: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Waits until the worker JVM has connected.
   *
   * @throws FuzzException when it ends or does nothing instead
   */
  public WorkerComm connect(long timeoutMillis)
      throws IOException, InterruptedException, FuzzException {
    SocketChannel channel = listener.accept(process, timeoutMillis);
    if (channel == null) {
      throw ended("The worker JVM for " + target + " did not start", null);
    }
    comm = new WorkerComm(channel, cause -> {});
    return comm;
  }

  /**
   * The last of what the process wrote until it told of a failure.
   *
   * @param failures how many it has told of
   */
  public String output(long failures) throws InterruptedException {
    output.awaitMarks(failures, STEP_MILLIS);
    return output();
  }

  /** The last of what the process wrote. */
  public String output() {
    return output.text();
  }

  /**
   * The report of the process on its own crash, from a file or, where that could not be written,
   * from its output; null when it did not crash. Complete once the process has ended.
   */
  public CrashLog crashLog() {
    CrashLog written = crashLog.read();
    boolean printed =
        written == null && !process.isAlive() && CRASHED.contains(process.exitValue());
    return printed ? CrashLog.parseOutput(output()) : written;
  }

  /**
   * Gives the file with that report a name by which people find it. It replaces an earlier file of
   * the same cause.
   *
   * @param cause the part of the file name that stands for the cause
   * @return the file, or null when there is none
   */
  public Path keepCrashLog(String cause) {
    return crashLog.read() == null ? null : crashLog.keep(target, cause);
  }

  /** As {@link LinuxProcess#peakMemory()}. */
  public long peakMemory() {
    return status.peakMemory();
  }

  /** Whether a signal had stopped the process when it was asked to end. */
  public boolean wasStopped() {
    return stopped;
  }

  /** Whether the process should be replaced, now that it is well and waits. */
  public boolean isWorn() {
    return wear.isWorn();
  }

  /** Takes note that the process has loaded the target. */
  public void loaded() {
    wear.begin();
  }

  /**
   * Says that the process has ended before it could run anything.
   *
   * @param problem the beginning of a sentence
   * @return a {@link KilledException} when something outside has ended it
   */
  public FuzzException ended(String problem, Throwable cause) throws InterruptedException {
    awaitEnd();
    ExitStatus exit = new ExitStatus(stop(() -> {}));
    String log = crashLog.read() == null ? "" : ", which " + crashLog.path() + " describes";
    String message =
        problem
            + (exit.code() == 0 ? "" : ", " + exit)
            + log
            + "; its output was:\n"
            + output()
            + StartHint.of(output());
    return exit.isFromOutside()
        ? new KilledException(message, cause)
        : new FuzzException(message, cause);
  }

  /** Waits a moment for the process to end by itself. */
  public void awaitEnd() throws InterruptedException {
    process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Closes the connection, upon which the JVM halts itself if it still can. */
  public void disconnect() {
    WorkerComm connected = comm;
    if (connected == null) {
      // Destroying a process that has ended would close its output before all of it is read.
      if (process.isAlive()) {
        process.destroy();
      }
      return;
    }
    try {
      connected.close();
    } catch (IOException e) {
      // A connection that cannot be closed is as good as closed.
    }
  }

  /**
   * Ends a process that was told that its last run is over: it may run its shutdown hooks, then it
   * halts itself.
   *
   * @return whether the hooks came to their end
   */
  public boolean stopInOrder(Runnable waiting) throws InterruptedException {
    ExitStatus exit = new ExitStatus(stop(ORDER_MILLIS, waiting));
    return exit.code() != ExitCodes.STOPPED && exit.signal() == 0;
  }

  /**
   * Ends the process if it has not ended: closes the connection, then asks, then kills, a second
   * apart. Processes that it has started end with it.
   *
   * @param waiting told when the process has not ended long after it was killed
   * @return the exit code; for a process that a signal ended, 128 and the signal's number
   */
  public int stop(Runnable waiting) throws InterruptedException {
    return stop(STEP_MILLIS, waiting);
  }

  private int stop(long patienceMillis, Runnable waiting) throws InterruptedException {
    stopped = status.isStopped();
    strays.look(process);
    disconnect();
    if (!process.waitFor(patienceMillis, TimeUnit.MILLISECONDS)) {
      process.destroy();
      if (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        while (!process.waitFor(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
          waiting.run();
        }
      }
    }
    int exitCode = process.exitValue();
    strays.end();
    output.awaitEnd(STEP_MILLIS);
    return exitCode;
  }
}
