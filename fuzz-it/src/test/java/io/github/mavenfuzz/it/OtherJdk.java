package io.github.mavenfuzz.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Looks for a JDK of this machine that writes floats and doubles otherwise than the one that runs
 * this: version 19 changed that.
 */
public final class OtherJdk {
  private static final int OLDEST = 17;
  private static final int CHANGED = 19;

  /** Where JDKs lie, each in a folder of its own. */
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/jvm",
          "/Library/Java/JavaVirtualMachines",
          System.getProperty("user.home") + "/.sdkman/candidates/java",
          System.getProperty("user.home") + "/.jdks");

  private OtherJdk() {}

  /**
   * @return its {@code java}, or null when there is none
   */
  public static Path find() {
    boolean changed = Runtime.version().feature() >= CHANGED;
    return Stream.concat(ofEnvironment(), PLACES.stream().flatMap(OtherJdk::in))
        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
        .map(home -> home.resolve("bin/java"))
        .filter(Files::isExecutable)
        .filter(java -> version(java) >= OLDEST && version(java) >= CHANGED != changed)
        .findFirst()
        .orElse(null);
  }

  /** As GitHub's machines name theirs: {@code JAVA_HOME_17_X64}. */
  private static Stream<Path> ofEnvironment() {
    return System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME_"))
        .sorted(Map.Entry.comparingByKey())
        .map(variable -> Path.of(variable.getValue()));
  }

  private static Stream<Path> in(String place) {
    try (Stream<Path> homes = Files.list(Path.of(place))) {
      return homes.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /**
   * The version of a JDK, such as 17, by what its file {@code release} says.
   *
   * @param java of the JDK
   * @return 0 when it is not known
   */
  public static int version(Path java) {
    Properties release = new Properties();
    try (Reader in = Files.newBufferedReader(java.resolve("../../release").normalize())) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Integer.parseInt(version.split("[.+-]")[0]);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
