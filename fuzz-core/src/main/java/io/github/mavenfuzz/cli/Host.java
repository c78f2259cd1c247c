package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.process.Engine;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a command line takes from the process that it runs in.
 *
 * @param out for everything that is printed
 * @param engine the engine's code, for worker JVMs
 * @param java the launcher of worker JVMs
 * @param directory where relative paths begin; absolute
 */
public record Host(PrintStream out, Engine engine, Path java, Path directory) {}
