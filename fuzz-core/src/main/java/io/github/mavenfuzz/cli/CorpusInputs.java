package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputCheck;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The inputs of a run as libFuzzer keeps them.
 *
 * @param files all files to start from
 * @param maxLength bytes to which longer inputs are cut, or 0
 * @param corpus the first directory, to which new entries are added, or null
 * @param artifacts where crashers are written
 */
record CorpusInputs(
    List<InputFile> files, int maxLength, CorpusDirectory corpus, Artifacts artifacts)
    implements InputStore {

  @Override
  public List<CorpusEntry> read(InputCheck check, Consumer<String> problems) {
    List<CorpusEntry> entries = new ArrayList<>();
    for (InputFile file : files) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      try {
        CorpusEntry entry = file.read(maxLength);
        check.check(entry.content());
        entries.add(entry);
      } catch (MalformedInputException e) {
        problems.accept(file.path() + ": " + e.getMessage() + "; it is skipped.");
      } catch (ClosedByInterruptException e) {
        break;
      } catch (IOException e) {
        problems.accept(file.path() + " cannot be read and is skipped: " + e + ".");
      }
    }
    return entries;
  }

  @Override
  public void addEntry(byte[] content) throws CorpusException {
    if (corpus != null) {
      corpus.add(ContentHash.sha1(content), content);
    }
  }

  @Override
  public Path addCrasher(FailureKind kind, byte[] content) throws CorpusException {
    return artifacts.write(artifacts.crasher(kind, content), content);
  }

  @Override
  public Path addFlaky(FailureKind kind, byte[] content) throws CorpusException {
    return artifacts.writeAside("flaky-", content);
  }

  /** libFuzzer keeps one input a crash. */
  @Override
  public Path addVariant(String causeId, byte[] content) {
    return null;
  }

  @Override
  public Path addSuspect(byte[] content) throws CorpusException {
    return artifacts.writeAside("suspect-", content);
  }
}
