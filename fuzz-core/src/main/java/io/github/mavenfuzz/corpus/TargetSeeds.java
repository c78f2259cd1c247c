package io.github.mavenfuzz.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The seeds of one target, and the folder of its crashers.
 *
 * @param sources the folders that are read; some may be missing, some may be the same
 * @param crashers to which crashers are written; not read unless it is a source as well
 */
public record TargetSeeds(List<ResourceFolder> sources, CorpusDirectory crashers) {

  /**
   * Reads the files that the build copies, one folder after the other.
   *
   * @param problems hears a sentence about every file that is skipped because it cannot be used
   * @throws CorpusException when a folder cannot be read
   */
  public List<CorpusEntry> read(InputCheck check, Consumer<String> problems)
      throws CorpusException {
    List<CorpusEntry> entries = new ArrayList<>();
    for (Map.Entry<Path, Predicate<Path>> folder : folders().entrySet()) {
      entries.addAll(
          new CorpusDirectory(folder.getKey(), folder.getValue()).read(true, check, problems));
    }
    return entries;
  }

  /** Each folder once, with the files of it that the build copies for one reason or another. */
  public Map<Path, Predicate<Path>> folders() {
    Map<Path, Predicate<Path>> folders = new LinkedHashMap<>();
    sources.forEach(s -> folders.merge(s.directory().normalize(), s.copied(), Predicate::or));
    return folders;
  }
}
