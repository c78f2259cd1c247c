package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.failure.FailureKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The inputs of one target as a project keeps them.
 *
 * @param seeds inputs that people committed, and where crashers are added
 * @param jazzers inputs that Jazzer has used
 * @param corpus entries of earlier runs, to which new ones are added
 * @param suspects for inputs that did not fail again, or may not be to blame
 * @param variants for inputs that fail for the cause of a finding in another way
 */
record ProjectInputs(
    TargetSeeds seeds,
    JazzerInputs jazzers,
    CorpusDirectory corpus,
    CorpusDirectory suspects,
    CorpusDirectory variants)
    implements InputStore {

  @Override
  public List<CorpusEntry> read(InputCheck check, Consumer<String> problems)
      throws CorpusException {
    List<CorpusEntry> entries = new ArrayList<>(seeds.read(check, problems));
    entries.addAll(jazzers.seeds(problems));
    entries.addAll(corpus.read(false, check, problems));
    entries.addAll(jazzers.corpus(problems));
    return entries;
  }

  @Override
  public void addEntry(byte[] content) throws CorpusException {
    corpus.add(content);
  }

  @Override
  public Path addCrasher(FailureKind kind, byte[] content) throws CorpusException {
    return seeds.crashers().keep(ContentHash.crasherName(kind, content), content);
  }

  @Override
  public Path addFlaky(FailureKind kind, byte[] content) throws CorpusException {
    return suspects.keep(ContentHash.crasherName(kind, content), content);
  }

  /** Two files: one for people, and a corpus entry, which the next run begins with. */
  @Override
  public Path addVariant(String causeId, byte[] content) throws CorpusException {
    corpus.add(content);
    return variants.keep(causeId + '-' + ContentHash.sha256(content), content);
  }

  @Override
  public Path addSuspect(byte[] content) throws CorpusException {
    return suspects.keep("suspect-" + ContentHash.sha256(content), content);
  }
}
