package io.github.mavenfuzz.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the build hands over, as arguments of the form {@code --name=value}.
 *
 * @param targets the folder of the targets' source files
 * @param only names of the targets to run; all of them when empty
 * @param tools names of the tools to run; all of them when empty
 * @param seconds how long a tool fuzzes
 * @param rounds how often each tool is run
 * @param heap of the JVM in which the target runs, as for {@code -Xmx}
 * @param work the folder for all that runs leave behind; what was in it is deleted
 * @param maven how dependencies are resolved
 * @param versions of the tools, by name
 */
record Options(
    Path targets,
    List<String> only,
    List<String> tools,
    int seconds,
    int rounds,
    String heap,
    Path work,
    MavenSetup maven,
    Map<String, String> versions) {

  /**
   * The Maven that runs the build.
   *
   * @param home its installation
   * @param localRepository null for the one that Maven takes by itself
   * @param settings the user's settings, or null
   * @param dependencyPlugin the version of maven-dependency-plugin
   */
  record MavenSetup(
      Path home, Path localRepository, Path settings, boolean offline, String dependencyPlugin) {}

  /**
   * @throws BenchException when an argument is unknown or has no sensible value
   */
  static Options parse(String... arguments) throws BenchException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new BenchException(
            "The benchmark was given '%s', which is not --name=value.".formatted(argument));
      }
      values.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    return new Options(
        path(values, "targets"),
        names(values.getOrDefault("only", "")),
        names(values.getOrDefault("tools", "")),
        positive(values, "seconds"),
        positive(values, "rounds"),
        values.getOrDefault("heap", "512m"),
        path(values, "work"),
        new MavenSetup(
            path(values, "mavenHome"),
            path(values, "localRepository"),
            path(values, "settings"),
            Boolean.parseBoolean(values.get("offline")),
            values.get("dependencyPlugin")),
        versions(values));
  }

  private static Path path(Map<String, String> values, String name) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? null : Path.of(value).toAbsolutePath().normalize();
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split("[,\\s]+")).filter(n -> !n.isEmpty()).toList();
  }

  private static int positive(Map<String, String> values, String name) throws BenchException {
    String value = values.getOrDefault(name, "");
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new BenchException(
        "-Dbench.%s=%s is not a positive whole number, such as 20.".formatted(name, value));
  }

  private static Map<String, String> versions(Map<String, String> values) {
    String prefix = "version.";
    return values.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toMap(name -> name.substring(prefix.length()), values::get));
  }
}
