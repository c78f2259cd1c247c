package io.github.mavenfuzz.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what AFL or libFuzzer takes for a dictionary.
 *
 * <p>Of a file each line is a word, by {@link DictionaryLine}. A number after the name, as in
 * {@code words.dict@1}, leaves out the words of higher levels, as AFL's {@code -x} does; without
 * one all are read, as libFuzzer does. Of a directory each file is a word as it is.
 */
public final class DictionaryFile {
  /** Marks a file as UTF-8 and belongs to no word. */
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private static final Pattern WITH_LEVEL = Pattern.compile("(.+)@(\\d{1,9})", Pattern.DOTALL);

  /** What is larger is no word, but was put there by mistake. */
  private static final int LARGEST_WORD = 4096;

  private final Path path;
  private final int level;
  private final Set<String> words = new LinkedHashSet<>();

  private DictionaryFile(Path path, int level) {
    this.path = path;
    this.level = level;
  }

  /**
   * @param path of a file or a directory; where there is none of the name, {@code @} and a level at
   *     its end are taken off
   * @throws DictionaryException when the file cannot be read, or a line of it is a word neither for
   *     AFL nor for libFuzzer
   */
  public static Dictionary read(Path path) throws DictionaryException {
    Matcher named = WITH_LEVEL.matcher(path.getFileName() == null ? "" : path.getFileName() + "");
    DictionaryFile file =
        !Files.exists(path) && named.matches()
            ? new DictionaryFile(
                path.resolveSibling(named.group(1)), Integer.parseInt(named.group(2)))
            : new DictionaryFile(path, Integer.MAX_VALUE);
    return file.read();
  }

  private Dictionary read() throws DictionaryException {
    try {
      if (Files.isDirectory(path)) {
        readDirectory();
      } else {
        readLines();
      }
    } catch (IOException e) {
      throw new DictionaryException("The dictionary " + path + " cannot be read: " + e + ".", 0, e);
    }
    words.remove("");
    return new Dictionary(List.copyOf(words));
  }

  private void readLines() throws IOException, DictionaryException {
    String text = bytes(path);
    String[] lines =
        (text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text)
            .split("\n");
    for (int i = 0; i < lines.length; i++) {
      DictionaryLine line = new DictionaryLine(lines[i].strip());
      if (!line.isComment()) {
        if (!line.isWord()) {
          throw new DictionaryException(
              "The dictionary " + path + ", line " + (i + 1) + ": " + DictionaryLine.PROBLEM,
              i + 1);
        }
        if (line.level() <= level) {
          words.add(line.word());
        }
      }
    }
  }

  private void readDirectory() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.sorted().toList()) {
        boolean isWord = Files.isRegularFile(file) && Files.size(file) <= LARGEST_WORD;
        if (isWord && !file.getFileName().toString().startsWith(".")) {
          words.add(bytes(file));
        }
      }
    }
  }

  /** Whatever the encoding, a byte has to remain what it is. */
  private static String bytes(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
