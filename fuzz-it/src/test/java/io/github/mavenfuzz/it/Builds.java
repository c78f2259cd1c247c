package io.github.mavenfuzz.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** The builds of one project, one after the other, as the invoker wrote them to one log. */
public final class Builds {
  private static final String FIRST_LINE = "[INFO] Scanning for projects...";

  private final List<Build> builds;

  /**
   * @param basedir the project's folder
   * @throws IOException when its log cannot be read
   */
  public Builds(File basedir) throws IOException {
    byte[] log = Files.readAllBytes(basedir.toPath().resolve("build.log"));
    String text = Build.plain(new String(log, StandardCharsets.UTF_8));
    String[] parts = text.split("(?=\\Q" + FIRST_LINE + "\\E)");
    builds = Arrays.stream(parts).filter(p -> p.startsWith(FIRST_LINE)).map(Build::new).toList();
  }

  /**
   * @param number from 1, as in {@code invoker.goals.1}
   */
  public Build number(int number) {
    return builds.get(number - 1);
  }

  /** The only build, or the first of several. */
  public Build first() {
    return number(1);
  }
}
