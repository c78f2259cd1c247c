package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.coordinate.FuzzException;
import io.github.mavenfuzz.corpus.CorpusException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Setup setup = new Setup(host, arguments, Artifacts.of(arguments, host.directory()));
    Session session = new Session(setup.target(), setup, console);
    if (arguments.isOn("-cleanse_crash")) {
      return ExitCodes.SUCCESS;
    }
    List<Path> paths = arguments.inputs().stream().map(host.directory()::resolve).toList();
    boolean areFiles = !paths.isEmpty() && paths.stream().allMatch(Files::isRegularFile);
    if (arguments.isOn("-minimize_crash")) {
      return new MinimizeCommand(session).run(areFiles ? files(arguments.inputs()) : Map.of());
    }
    if (areFiles) {
      return new ReplayCommand(session).run(files(arguments.inputs()));
    }
    checkDirectories(paths, arguments);
    if (arguments.isOn("-merge") || arguments.isOn("-set_cover_merge")) {
      return new MergeCommand(session).run(paths);
    }
    return fuzz(session, paths);
  }

  private static int fuzz(Session session, List<Path> paths)
      throws UsageException, FuzzException, CorpusException, InterruptedException {
    FuzzCommand fuzz = new FuzzCommand(session, paths);
    try {
      return fuzz.run();
    } catch (InterruptedException e) {
      int code = interrupted(session.console());
      fuzz.printFinal();
      return code;
    }
  }

  private static int interrupted(Console console) {
    console.event("libFuzzer: run interrupted; exiting");
    return ExitCodes.INTERRUPTED;
  }

  private Map<String, InputFile> files(List<String> names) throws CorpusException {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, InputFile.of(host.directory().resolve(name)));
    }
    return files;
  }

  /** Only the first may be made: the others are to be read, so there is something wrong. */
  private static void checkDirectories(List<Path> paths, Arguments arguments)
      throws UsageException {
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        throw new UsageException(
            path + " is a file, but not all others are; name directories or files, not both.");
      }
      if (path.equals(paths.get(0))) {
        Directories.require(path, arguments);
      } else if (!Files.isDirectory(path)) {
        throw new UsageException("No such file or directory: " + path + "; exiting");
      }
    }
  }
}
