package io.github.mavenfuzz.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads dictionaries in the format of AFL and libFuzzer: a line is a word in quotation marks, which
 * may have a name before it, as in {@code keyword="SELECT"}; empty lines and lines that begin with
 * {@code #} mean nothing. In a word {@code \\} is a backslash, {@code \"} a quotation mark and
 * {@code \xAB} the byte 0xAB.
 */
public final class DictionaryFile {
  private static final String FORMAT =
      "; a line is name=\"word\" or \"word\", with \\\\, \\\" and \\xAB for special bytes";

  private final String name;

  private DictionaryFile(String name) {
    this.name = name;
  }

  /**
   * @throws DictionaryException when the file cannot be read or a line of it is no word
   */
  public static Dictionary read(Path file) throws DictionaryException {
    try {
      // Whatever the encoding, a byte has to remain what it is.
      return new DictionaryFile(file.toString())
          .parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new DictionaryException("The dictionary " + file + " cannot be read: " + e + ".", 0, e);
    }
  }

  private Dictionary parse(String text) throws DictionaryException {
    Set<String> words = new LinkedHashSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        words.add(word(line, i + 1));
      }
    }
    return new Dictionary(List.copyOf(words));
  }

  private String word(String line, int number) throws DictionaryException {
    int begin = line.indexOf('"');
    int end = line.length() - 1;
    if (begin < 0 || begin >= end || line.charAt(end) != '"') {
      throw error(number, "the word is not in quotation marks");
    }
    if (begin > 0 && line.charAt(begin - 1) != '=') {
      throw error(number, "there is no = between the name and the word");
    }
    String word = unescape(line.substring(begin + 1, end), number);
    if (word.isEmpty()) {
      throw error(number, "the word is empty");
    }
    return word;
  }

  private String unescape(String quoted, int number) throws DictionaryException {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '"') {
        throw error(number, "a quotation mark within the word is written \\\"");
      }
      if (c != '\\') {
        word.append(c);
        continue;
      }
      i++;
      char escaped = i < quoted.length() ? quoted.charAt(i) : 0;
      if (escaped == '\\' || escaped == '"') {
        word.append(escaped);
      } else if (escaped == 'x' && isHex(quoted, i + 1) && isHex(quoted, i + 2)) {
        word.append((char) Integer.parseInt(quoted.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        throw error(number, "a backslash is followed by neither \\, \" nor x and two digits");
      }
    }
    return word.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }

  private DictionaryException error(int number, String problem) {
    return new DictionaryException(
        "The dictionary " + name + ", line " + number + ": " + problem + FORMAT + ".",
        number,
        null);
  }
}
