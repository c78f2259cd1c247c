package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.corpus.Corpus;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.input.Text;
import java.util.Collection;
import java.util.List;

/**
 * The inputs that one target's run starts from and adds, in memory and on disk. Belongs to the
 * coordinator's thread.
 */
final class RunCorpus {
  private static final int DEFAULT_MAX_LENGTH = 1 << 20;

  /** The most bytes that one byte of a value takes in its file form, as in {@code \u0000}. */
  private static final int MAX_ESCAPED_LENGTH = 6;

  private static final int MAX_NUMBER_LENGTH = 64;

  /** The most bytes that one byte of a text takes as a file: U+FFFD, which stands for it. */
  private static final int MAX_REPLACEMENT_LENGTH = 3;

  private final FuzzTarget target;
  private final Corpus corpus = new Corpus();
  private final InputStore store;
  private final InputCodec codec;
  private final int maxLength;
  private final int longestEntry;
  private final RunListener listener;
  private int newEntries;
  private boolean writable = true;

  /**
   * Reads the seeds and then the corpus, and adds the empty and zero values.
   *
   * @param maxLength the most bytes to which a mutation may grow an array or a string; 0 means 1
   *     MiB, or the length of the longest entry
   * @throws CorpusException when a directory cannot be read
   */
  RunCorpus(FuzzTarget target, InputStore store, int maxLength, RunListener listener)
      throws CorpusException {
    this.target = target;
    this.listener = listener;
    this.store = store;
    this.codec = new InputCodec(target.shape());
    store.read(codec::decode, listener::warning).forEach(corpus::add);
    corpus.add(CorpusEntry.inMemory(codec.encode(target.shape().zeroValues())));
    longestEntry = corpus.entries().stream().mapToInt(e -> e.content().length).reduce(0, Math::max);
    this.maxLength = maxLength > 0 ? maxLength : Math.max(DEFAULT_MAX_LENGTH, longestEntry);
  }

  Collection<CorpusEntry> entries() {
    return corpus.entries();
  }

  int size() {
    return corpus.size();
  }

  /** The sum of the lengths of all entries. */
  long bytes() {
    return corpus.bytes();
  }

  /** How many entries this run has added. */
  int newEntries() {
    return newEntries;
  }

  /**
   * Adds an entry and writes its file.
   *
   * @return false when its content is there already
   */
  boolean add(CorpusEntry entry) {
    if (!corpus.add(entry)) {
      return false;
    }
    newEntries++;
    listener.added(entry);
    if (writable) {
      try {
        store.addEntry(entry.content());
      } catch (CorpusException e) {
        writable = false;
        listener.warning(e.getMessage() + " Until then new corpus entries live in memory only.");
      }
    }
    return true;
  }

  /** The most bytes to which a mutation may grow an array or a string. */
  int maxLength() {
    return maxLength;
  }

  /**
   * Whether an input may be mutated or made smaller: its arrays and strings are no longer than a
   * mutation may make them. A string can be longer, since a malformed byte becomes three.
   */
  boolean fits(byte[] content) {
    return content.length <= maxLength
        || decode(content).stream().allMatch(value -> lengthOf(value) <= maxLength);
  }

  private List<Object> decode(byte[] content) {
    try {
      return codec.decode(content);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was run: " + e.getMessage(), e);
    }
  }

  private static int lengthOf(Object value) {
    if (value instanceof String text) {
      return Text.encode(text).length;
    }
    return value instanceof byte[] bytes ? bytes.length : 0;
  }

  /** The longest file form of an entry, or of a mutation of an input that {@link #fits}. */
  int valueCapacity() {
    return Math.max(longestEntry, mutationCapacity());
  }

  private int mutationCapacity() {
    if (target.shape().isRaw()) {
      return (int) Math.min((long) maxLength * MAX_REPLACEMENT_LENGTH, 1 << 30);
    }
    long capacity = MAX_NUMBER_LENGTH;
    for (int i = 0; i < target.shape().size(); i++) {
      capacity +=
          target.shape().kind(i).isBytes()
              ? (long) maxLength() * MAX_ESCAPED_LENGTH
              : MAX_NUMBER_LENGTH;
    }
    return (int) Math.min(capacity, 1 << 30);
  }
}
