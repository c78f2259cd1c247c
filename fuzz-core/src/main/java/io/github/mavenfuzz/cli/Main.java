package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.process.Engine;
import io.github.mavenfuzz.process.FuzzException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The entry point of {@code java -jar fuzz-core.jar}. */
public final class Main {
  /** How long worker JVMs may take to end after a signal; ClusterFuzz kills after ten seconds. */
  private static final long END_SECONDS = 8;

  private Main() {}

  /** Ends the process with the exit code of the command line. */
  public static void main(String[] args) {
    try {
      Path java = Path.of(ProcessHandle.current().info().command().orElse("java"));
      Path directory = Path.of("").toAbsolutePath();
      run(new Host(System.err, Engine.ofThisJar(), java, directory), List.of(args));
    } catch (FuzzException e) {
      System.err.println("ERROR: " + e.getMessage());
      System.exit(ExitCodes.ERROR);
    }
  }

  /** Runs a command line to its end, or to a signal, and ends the process with its exit code. */
  static void run(Host host, List<String> args) {
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(main, exitCode), "fuzz-end"));
    try {
      exitCode.complete(new CommandLine(host).run(args));
    } finally {
      // Of no effect but after a fault, when the hook would wait in vain.
      exitCode.complete(ExitCodes.ERROR);
    }
    System.exit(exitCode.join());
  }

  /** On the thread of the shutdown hook: the run ends first when a signal has come. */
  private static void end(Thread main, CompletableFuture<Integer> exitCode) {
    int code = ExitCodes.INTERRUPTED;
    try {
      if (!exitCode.isDone()) {
        main.interrupt();
      }
      code = exitCode.get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      // The worker JVMs halt by themselves when this process is gone.
    }
    Runtime.getRuntime().halt(code);
  }
}
