package io.github.mavenfuzz.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.plexus.util.DirectoryScanner;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Which files of a folder of resources are copied: those that an include matches, if there are any,
 * and no exclude. Patterns mean what they mean to the resources plugin.
 */
final class ResourcePatterns {
  private final Path directory;
  private final List<String> includes;
  private final List<String> excludes;

  ResourcePatterns(Path directory, List<String> includes, List<String> excludes) {
    this.directory = directory;
    this.includes = includes.stream().map(ResourcePatterns::normal).toList();
    this.excludes =
        Stream.concat(excludes.stream(), Stream.of(DirectoryScanner.DEFAULTEXCLUDES))
            .map(ResourcePatterns::normal)
            .toList();
  }

  /** With the separators of this system; a folder stands for all that is in it. */
  private static String normal(String pattern) {
    String separated = pattern.strip().replace('/', File.separatorChar);
    return separated.endsWith(File.separator) ? separated + "**" : separated;
  }

  /**
   * @param file in the folder, at any depth
   */
  boolean match(Path file) {
    String name = directory.relativize(file).toString();
    boolean included = includes.isEmpty() || includes.stream().anyMatch(p -> matches(p, name));
    return included && excludes.stream().noneMatch(p -> matches(p, name));
  }

  private static boolean matches(String pattern, String name) {
    return SelectorUtils.matchPath(pattern, name, true);
  }
}
