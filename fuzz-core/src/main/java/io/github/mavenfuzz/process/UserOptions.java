package io.github.mavenfuzz.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user has chosen for worker JVMs, in whichever place a JVM takes options from: its
 * arguments, variables of the environment, and the files that those name.
 */
final class UserOptions {
  /** OpenJ9's own as well. */
  private static final List<String> VARIABLES =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "OPENJ9_JAVA_OPTIONS",
          "IBM_JAVA_OPTIONS");

  /** A word, parts of which may stand in quotation marks, or a comment. */
  private static final Pattern WORD =
      Pattern.compile("#.*|(?:\"" + quoted('"') + "\"|'" + quoted('\'') + "'|[^\\s\"']++)++");

  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(?!\\w*SystemGC)\\w+GC");

  /** Sizes of parts of the heap. A JVM does not start with one that is larger than its heap. */
  private static final Pattern PART_OF_HEAP =
      Pattern.compile(
          "(?:-Xms|-XX:InitialHeapSize=|-XX:MinHeapSize=|-XX:SoftMaxHeapSize=)(\\d+)([kKmMgGtT]?)");

  private static final List<String> HEAP =
      List.of(
          "-Xmx",
          "-XX:MaxHeapSize=",
          "-XX:MaxRAM=",
          "-XX:MaxRAMPercentage=",
          "-XX:MaxRAMFraction=",
          "-XX:+AggressiveHeap");

  private static final String UNITS = "kmgt";

  private final List<String> words = new ArrayList<>();
  private final Path directory;

  private UserOptions(Path directory) {
    this.directory = directory;
  }

  private static String quoted(char mark) {
    String plain = "[^" + mark + "\\\\]*+";
    return plain + "(?:\\\\." + plain + ")*+";
  }

  /**
   * @param environment all variables of a worker JVM
   */
  static UserOptions of(JvmSettings jvm, Map<String, String> environment) {
    UserOptions options = new UserOptions(jvm.workingDirectory());
    VARIABLES.forEach(name -> options.addText(environment.getOrDefault(name, "")));
    jvm.arguments().forEach(argument -> options.add(argument, true));
    return options;
  }

  private void addText(String text) {
    split(text).forEach(word -> add(word, true));
  }

  private static List<String> split(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> word.group().replaceAll("[\"']", ""))
        .filter(word -> !word.startsWith("#"))
        .toList();
  }

  /**
   * @param top whether the word may name a file: files in files name none
   */
  private void add(String word, boolean top) {
    words.add(word);
    if (!top) {
      return;
    }
    if (word.startsWith("@")) {
      // What it holds may be the file of options after all.
      read(word.substring(1)).forEach(inner -> add(inner, inner.startsWith("-XX:")));
    } else if (word.startsWith("-XX:VMOptionsFile=")) {
      read(word.substring(word.indexOf('=') + 1)).forEach(inner -> add(inner, false));
    } else if (word.startsWith("-XX:Flags=")) {
      read(word.substring(word.indexOf('=') + 1)).forEach(inner -> add("-XX:" + inner, false));
    }
  }

  /** A file that cannot be read is left to the JVM, which says so. */
  private List<String> read(String file) {
    try {
      byte[] content = Files.readAllBytes(directory.resolve(file));
      return split(new String(content, StandardCharsets.ISO_8859_1));
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }

  /** Whether a flag is on, off or has a value. */
  boolean setFlag(String name) {
    Predicate<String> sets = Pattern.compile("-XX:[+-]?" + name + "(=.*)?").asMatchPredicate();
    return words.stream().anyMatch(sets);
  }

  boolean chooseCollector() {
    return words.stream().anyMatch(COLLECTOR.asMatchPredicate()) || setFlag("UseSerialGC");
  }

  /**
   * Whether the largest heap is set, or something that takes a larger one than the engine's limit.
   *
   * @param limit in bytes
   */
  boolean needHeapBeyond(long limit) {
    return words.stream()
        .anyMatch(word -> HEAP.stream().anyMatch(word::startsWith) || partOfHeap(word) > limit);
  }

  private static double partOfHeap(String word) {
    Matcher part = PART_OF_HEAP.matcher(word);
    return part.matches()
        ? Double.parseDouble(part.group(1))
            * (part.group(2).isEmpty()
                ? 1
                : 1L << 10 * (1 + UNITS.indexOf(Character.toLowerCase(part.group(2).charAt(0)))))
        : 0;
  }

  boolean setStackSize() {
    return words.stream().anyMatch(word -> word.startsWith("-Xss")) || setFlag("ThreadStackSize");
  }

  /** Whether assertions are on or off for all classes. */
  boolean setAssertions() {
    return words.stream()
        .anyMatch(List.of("-ea", "-da", "-enableassertions", "-disableassertions")::contains);
  }
}
