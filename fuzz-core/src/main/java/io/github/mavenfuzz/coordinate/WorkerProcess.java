package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker JVM: its process, its connection and its output. Belongs to one worker's thread, which
 * stops it; {@link #disconnect} may be called from anywhere.
 */
final class WorkerProcess {
  private static final long STEP_MILLIS = 1000;

  private final Process process;
  private final OutputTail output;
  private WorkerComm comm;

  private WorkerProcess(Process process) {
    this.process = process;
    this.output = new OutputTail(process.getInputStream());
  }

  /**
   * Starts a worker JVM and waits until it has connected.
   *
   * @param settingsFile where to write the settings
   * @param timeoutMillis how long to wait for the connection
   * @throws FuzzException when the JVM cannot be started or ends or does nothing instead
   */
  static WorkerProcess start(
      RunSettings run, WorkerSettings settings, Path settingsFile, long timeoutMillis)
      throws IOException, InterruptedException, FuzzException {
    settings.store(settingsFile);
    Files.deleteIfExists(settings.socket());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(settings.socket()));
      WorkerProcess worker = new WorkerProcess(launch(run, settingsFile));
      SocketChannel channel = worker.accept(server, timeoutMillis);
      if (channel == null) {
        worker.stop();
        throw new FuzzException(
            "The worker JVM for "
                + settings.target().id()
                + " did not start"
                + (worker.process.exitValue() == 0
                    ? ""
                    : ", exit code " + worker.process.exitValue())
                + "; its output was:\n"
                + worker.output());
      }
      worker.comm = new WorkerComm(channel, () -> {});
      return worker;
    }
  }

  private static Process launch(RunSettings run, Path settingsFile)
      throws IOException, FuzzException {
    Path argumentFile = settingsFile.resolveSibling(settingsFile.getFileName() + ".args");
    Files.write(
        argumentFile, arguments(run, settingsFile).stream().map(WorkerProcess::quote).toList());
    JvmSettings jvm = run.jvm();
    ProcessBuilder builder =
        new ProcessBuilder(jvm.java().toString(), "@" + argumentFile)
            .directory(jvm.workingDirectory().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(jvm.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new FuzzException("No worker JVM can be started: " + e.getMessage() + ".", e);
    }
  }

  private static List<String> arguments(RunSettings run, Path settingsFile) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + run.engine().agentJar() + "=" + settingsFile);
    // Hot exceptions without a stack could not be told apart.
    arguments.add("-XX:-OmitStackTraceInFastThrow");
    // Probes make methods larger; the interpreter would run the largest ones forever.
    arguments.add("-XX:-DontCompileHugeMethods");
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-XX:-UsePerfData");
    // The counters on the boot class path rule out part of the class data archive; no news to
    // users.
    arguments.add("-XX:-PrintWarnings");
    arguments.add("-Xmx1g");
    arguments.add("-Xss1m");
    arguments.add("-ea");
    arguments.add("-XX:ErrorFile=" + run.directories().results().resolve("hs_err_pid%p.log"));
    run.jvm().systemProperties().forEach((k, v) -> arguments.add("-D" + k + "=" + v));
    arguments.addAll(run.jvm().arguments());
    arguments.add("-cp");
    arguments.add(
        Stream.concat(run.engine().classPath().stream(), run.jvm().classPath().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(WorkerMain.class.getName());
    arguments.add(settingsFile.toString());
    return arguments;
  }

  /** One argument as an argument file of the java launcher wants it. */
  static String quote(String argument) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : argument.toCharArray()) {
      switch (c) {
        case '\\', '"' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Returns null when the process has ended or the time is over. */
  private SocketChannel accept(ServerSocketChannel server, long timeoutMillis) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    server.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      server.register(selector, SelectionKey.OP_ACCEPT);
      process.onExit().thenRun(selector::wakeup);
      while (true) {
        SocketChannel channel = server.accept();
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (channel != null || !process.isAlive() || left <= 0) {
          return channel;
        }
        selector.select(left);
      }
    }
  }

  WorkerComm comm() {
    return comm;
  }

  /** The last of what the process wrote. */
  String output() {
    return output.text();
  }

  /** Waits a moment for the process to end by itself. */
  void awaitEnd() throws InterruptedException {
    process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Closes the connection, upon which the JVM halts itself if it still can. */
  void disconnect() {
    try {
      if (comm != null) {
        comm.close();
      }
    } catch (IOException e) {
      // A connection that cannot be closed is as good as closed.
    }
  }

  /**
   * Ends the process if it has not ended: closes the connection, then asks, then kills, a second
   * apart.
   *
   * @return the exit code; for a process that a signal ended, 128 and the signal's number
   */
  int stop() throws InterruptedException {
    disconnect();
    if (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
      process.destroy();
      if (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    }
    int exitCode = process.waitFor();
    output.awaitEnd(STEP_MILLIS);
    return exitCode;
  }
}
