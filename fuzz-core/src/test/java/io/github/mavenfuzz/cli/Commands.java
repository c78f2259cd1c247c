package io.github.mavenfuzz.cli;

import com.example.targets.CommandTargets;
import io.github.mavenfuzz.session.TestEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs command lines in this process, with real worker JVMs, in a directory of their own. */
final class Commands {
  private final Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Commands(Path directory) {
    this.directory = directory;
  }

  Host host() throws IOException {
    Path engine = Files.createDirectories(directory.resolve("engine"));
    return new Host(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        TestEngine.in(engine),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        directory);
  }

  /** Runs a target of {@link CommandTargets} and returns the exit code. */
  int run(String method, String... arguments) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("--target_class=" + CommandTargets.class.getName());
    all.add("--target_method=" + method);
    all.addAll(List.of(arguments));
    return runWith(all);
  }

  /** Runs with nothing but the class path set, and returns the exit code. */
  int runWith(List<String> arguments) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("--cp=" + TestEngine.locationOf(CommandTargets.class));
    // In the published jar they are relocated, and left alone for that.
    all.add("--instrumentation_excludes=com.fasterxml.jackson.**:org.objectweb.asm.**");
    // Runs this short are better off without the optimising compiler.
    all.add("--additional_jvm_args=-XX\\:TieredStopAtLevel=1");
    all.addAll(arguments);
    out.reset();
    return new CommandLine(host()).run(all);
  }

  /** What the last command has printed. */
  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return output().lines().toList();
  }

  Path directory(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  Path file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content, StandardCharsets.ISO_8859_1);
  }

  /** The names of the files in a directory, or in the one where commands run. */
  Set<String> files(String name) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory.resolve(name))) {
      files.filter(Files::isRegularFile).forEach(f -> names.add(f.getFileName().toString()));
    }
    return names;
  }
}
