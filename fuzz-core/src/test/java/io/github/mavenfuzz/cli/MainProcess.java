package io.github.mavenfuzz.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line in a process of its own, with the engine as it lies in the build's folders. */
final class MainProcess {
  private MainProcess() {}

  /**
   * @param args the directory to run in, then the arguments; with {@code --cp=broken} the program
   *     runs into a fault of its own
   */
  public static void main(String[] args) throws IOException {
    Host host = new Commands(Path.of(args[0])).host();
    boolean broken = List.of(args).contains("--cp=broken");
    Host printing =
        new Host(System.err, host.engine(), host.java(), broken ? null : host.directory());
    Main.run(printing, List.of(Arrays.copyOfRange(args, 1, args.length)));
  }
}
