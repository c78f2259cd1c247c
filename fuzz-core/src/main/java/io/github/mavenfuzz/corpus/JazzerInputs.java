package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.input.FuzzTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Reads the inputs of one target from the directories in which Jazzer keeps them. They hold the
 * bytes of a target that takes nothing else; the values of other parameters are in a form that only
 * Jazzer reads, and skipped.
 */
public final class JazzerInputs {
  private final FuzzTarget target;
  private final List<ResourceFolder> ofClass;
  private final Path generated;

  /**
   * @param ofClass the directories of the class's inputs; their files are inputs of all its
   *     targets, and those at any depth in a directory with the name of a method are that target's
   * @param generated the target's generated corpus
   */
  JazzerInputs(FuzzTarget target, List<ResourceFolder> ofClass, Path generated) {
    this.target = target;
    this.ofClass = ofClass;
    this.generated = generated;
  }

  /**
   * Reads the inputs that people and Jazzer's findings have put among the test resources.
   *
   * @param problems hears a sentence about every file that cannot be used, or all of a directory
   * @throws CorpusException when a directory cannot be read
   */
  public List<CorpusEntry> seeds(Consumer<String> problems) throws CorpusException {
    List<CorpusEntry> entries = new ArrayList<>();
    for (ResourceFolder folder : ofClass) {
      entries.addAll(read(folder, 0, true, problems));
      ResourceFolder ofMethod =
          new ResourceFolder(
              folder.directory().resolve(target.methodName()), folder.place(), folder.copied());
      entries.addAll(read(ofMethod, Integer.MAX_VALUE, true, problems));
    }
    return entries;
  }

  /**
   * Reads the inputs that Jazzer has generated.
   *
   * @param problems as of {@link #seeds}
   * @throws CorpusException when a directory cannot be read
   */
  public List<CorpusEntry> corpus(Consumer<String> problems) throws CorpusException {
    return read(ResourceFolder.ofRoot(generated), Integer.MAX_VALUE, false, problems);
  }

  private List<CorpusEntry> read(
      ResourceFolder folder, int depth, boolean seeds, Consumer<String> problems)
      throws CorpusException {
    Path root = folder.directory();
    List<CorpusEntry> entries = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return entries;
    }
    for (Path directory : FileTree.of(root, depth, problems).directories()) {
      entries.addAll(
          new CorpusDirectory(directory, folder.copied()).read(seeds, content -> {}, problems));
    }
    if (entries.isEmpty() || target.shape().holdsBytes()) {
      return entries;
    }
    problems.accept(
        String.format(
            Locale.ROOT,
            "%s: its %d files are skipped, because only Jazzer can read the form in which it keeps"
                + " values of other types than byte[] and FuzzedDataProvider",
            root,
            entries.size()));
    return List.of();
  }
}
