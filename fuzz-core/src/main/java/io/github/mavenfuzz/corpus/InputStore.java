package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.failure.FailureKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where one target's run finds the inputs that it starts from, and where it leaves what it finds.
 * Belongs to the coordinator's thread. All contents are those of files.
 */
public interface InputStore {

  /**
   * Reads the inputs to start from, those that people committed first.
   *
   * @param problems hears a sentence about every file that is skipped because it cannot be used
   * @throws CorpusException when a directory cannot be read
   */
  List<CorpusEntry> read(InputCheck check, Consumer<String> problems) throws CorpusException;

  /**
   * Keeps an entry that reached new coverage, if entries are kept at all.
   *
   * @throws CorpusException when it cannot be written
   */
  void addEntry(byte[] content) throws CorpusException;

  /**
   * Keeps the input of a finding.
   *
   * @return the file, absolute
   * @throws CorpusException when it cannot be written
   */
  Path addCrasher(FailureKind kind, byte[] content) throws CorpusException;

  /**
   * Keeps an input that failed once and not again, or one whose own place cannot be written.
   *
   * @return the file, absolute
   * @throws CorpusException when it cannot be written
   */
  Path addFlaky(FailureKind kind, byte[] content) throws CorpusException;

  /**
   * Keeps an input that fails for the cause of a finding in another way.
   *
   * @param causeId stands for the cause
   * @return the file, absolute; null when such inputs are not kept
   * @throws CorpusException when it cannot be written
   */
  Path addVariant(String causeId, byte[] content) throws CorpusException;

  /**
   * Keeps an input that is perhaps to blame for what happened while it ran.
   *
   * @return the file, absolute
   * @throws CorpusException when it cannot be written
   */
  Path addSuspect(byte[] content) throws CorpusException;
}
