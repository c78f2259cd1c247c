package io.github.mavenfuzz.process;

import java.io.File;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file with arguments, as the java launcher reads it. */
public final class ArgumentFile {
  private ArgumentFile() {}

  /**
   * @param charset in which the launcher reads the file
   * @throws FuzzException when the charset cannot express an argument, other than one that sets a
   *     system property: the agent sets that again
   */
  public static byte[] content(List<String> arguments, Charset charset) throws FuzzException {
    for (String argument : arguments) {
      if (!argument.startsWith("-D") && !charset.newEncoder().canEncode(argument)) {
        throw cannotPass(argument, charset);
      }
    }
    return arguments.stream()
        .map(ArgumentFile::quote)
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(charset);
  }

  private static FuzzException cannotPass(String argument, Charset charset) {
    String part =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(argument)
            .filter(p -> !charset.newEncoder().canEncode(p))
            .findFirst()
            .orElse(argument);
    return new FuzzException(
        "'%s' cannot be passed to worker JVMs, as the encoding of their locale is %s; give them"
                .formatted(part, charset)
            + " another one, such as LC_ALL=C.UTF-8.");
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
}
