package io.github.mavenfuzz.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The variables of a worker JVM, and the encoding in which they make it read its arguments. */
public final class JvmEnvironment {
  /** The first that is set and not empty names the locale. */
  private static final List<String> LOCALE = List.of("LC_ALL", "LC_CTYPE", "LANG");

  private JvmEnvironment() {}

  /** The variables of this process, and the user's. */
  static Map<String, String> of(JvmSettings jvm) {
    Map<String, String> environment = new ProcessBuilder().environment();
    environment.putAll(jvm.environment());
    return environment;
  }

  /**
   * The encoding of arguments: that of this JVM, unless the user gives worker JVMs another locale.
   */
  public static Charset charset(JvmSettings jvm) {
    String locale = locale(of(jvm));
    if (locale.equals(locale(new ProcessBuilder().environment()))) {
      return ownCharset();
    }
    if (List.of("", "C", "POSIX").contains(locale)) {
      return StandardCharsets.US_ASCII;
    }
    return named(locale.replaceAll(".*\\.|@.*", ""), ownCharset());
  }

  private static String locale(Map<String, String> environment) {
    return LOCALE.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** In which this JVM reads its own arguments and names files. */
  private static Charset ownCharset() {
    return named(System.getProperty("sun.jnu.encoding", ""), StandardCharsets.UTF_8);
  }

  private static Charset named(String name, Charset otherwise) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return otherwise;
    }
  }
}
