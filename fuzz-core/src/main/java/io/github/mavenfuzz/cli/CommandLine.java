package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.process.FuzzException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** Runs one command line; on the main thread, which may be interrupted to end it early. */
public final class CommandLine {
  private final Host host;

  public CommandLine(Host host) {
    this.host = host;
  }

  /**
   * @return the exit code of the process
   */
  public int run(List<String> args) {
    Console console = new Console(host.out(), true);
    try {
      Arguments arguments = Arguments.parse(args);
      if (arguments.isOn("-help")) {
        host.out().print(Flags.help());
        return ExitCodes.SUCCESS;
      }
      console = new Console(host.out(), arguments.isOn("-verbosity"));
      return run(arguments, console);
    } catch (UsageException | FuzzException | CorpusException e) {
      console.error(e.getMessage());
      return ExitCodes.ERROR;
    } catch (InterruptedException e) {
      return interrupted(console);
    } catch (RuntimeException | Error e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      console.error("The fuzzer itself has failed, please report this: " + trace);
      return ExitCodes.ERROR;
    }
  }

  private int run(Arguments arguments, Console console)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    arguments
        .ignored()
        .forEach(flag -> console.info(flag.name() + " does nothing here: " + flag.help()));
    checkExitCodes(arguments);
    Artifacts artifacts = Artifacts.of(arguments, host.directory());
    try (AgentJar agent = AgentJar.of(arguments, host.directory(), console)) {
      Setup setup = new Setup(host, arguments, artifacts, agent);
      return run(new Command(setup.target(console::warning), setup, console));
    }
  }

  /** A process ends with eight bits of a number, of which 0 would say that nothing was found. */
  private static void checkExitCodes(Arguments arguments) throws UsageException {
    arguments.number("-error_exitcode", 1, 255);
    arguments.number("-timeout_exitcode", 1, 255);
  }

  private int run(Command command)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    Arguments arguments = command.arguments();
    if (arguments.isOn("-cleanse_crash")) {
      return ExitCodes.SUCCESS;
    }
    InputPaths inputs = new InputPaths(host.directory(), arguments.inputs());
    if (arguments.isOn("-minimize_crash")) {
      return new MinimizeCommand(command).run(inputs.files());
    }
    if (inputs.areFiles()) {
      return new ReplayCommand(command).run(inputs.files());
    }
    List<Path> directories = inputs.directories(arguments);
    if (arguments.isOn("-merge") || arguments.isOn("-set_cover_merge")) {
      return new MergeCommand(command).run(directories);
    }
    return fuzz(command, directories);
  }

  private static int fuzz(Command command, List<Path> paths)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    FuzzCommand fuzz = new FuzzCommand(command, paths);
    try {
      return fuzz.run();
    } catch (InterruptedException e) {
      int code = interrupted(command.console());
      fuzz.printFinal();
      return code;
    }
  }

  private static int interrupted(Console console) {
    console.event("libFuzzer: run interrupted; exiting");
    return ExitCodes.INTERRUPTED;
  }
}
