package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.Corpus;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * The inputs that one target's run starts from and adds, in memory and on disk. Belongs to the
 * coordinator's thread.
 */
public final class RunCorpus {
  /** Longer inputs are slower and rarely reach more, unless somebody has written long ones. */
  private static final int DEFAULT_MAX_LENGTH = 1 << 16;

  private final FuzzTarget target;
  private final Corpus corpus = new Corpus();
  private final InputStore store;
  private final InputCodec codec;
  private final int maxLength;
  private final CampaignListener listener;

  /** What {@link #write} has still to write. */
  private final Deque<CorpusEntry> unwritten = new ArrayDeque<>();

  private int newEntries;
  private boolean writable = true;

  /**
   * Reads the seeds and then the corpus, and adds the empty and zero values.
   *
   * @param maxLength the most bytes to which a mutation may grow an array or a string; 0 means 64
   *     KiB, or as much as the largest argument of any entry
   * @throws CorpusException when a directory cannot be read
   */
  public RunCorpus(FuzzTarget target, InputStore store, int maxLength, CampaignListener listener)
      throws CorpusException {
    this.target = target;
    this.listener = listener;
    this.store = store;
    this.codec = new InputCodec(target.shape());
    store.read(codec::decode, listener::warning).forEach(corpus::add);
    corpus.add(CorpusEntry.inMemory(codec.encode(target.shape().zeroValues())));
    this.maxLength = maxLength > 0 ? maxLength : Math.max(DEFAULT_MAX_LENGTH, largestArgument());
  }

  FuzzTarget target() {
    return target;
  }

  public Collection<CorpusEntry> entries() {
    return corpus.entries();
  }

  public int size() {
    return corpus.size();
  }

  /** The sum of the lengths of all entries. */
  public long bytes() {
    return corpus.bytes();
  }

  /** The types of the target's parameters. */
  InputShape shape() {
    return target.shape();
  }

  /** How many entries this run has added. */
  public int newEntries() {
    return newEntries;
  }

  /**
   * Adds an entry, whose file {@link #write} will write.
   *
   * @return false when its content is there already
   */
  boolean add(CorpusEntry entry) {
    if (!corpus.add(entry)) {
      return false;
    }
    newEntries++;
    listener.added(entry);
    unwritten.add(entry);
    return true;
  }

  /**
   * Writes the files of the entries added since the last call; no worker should wait for it. An
   * interrupt does not keep it from that.
   */
  public void write() {
    boolean interrupted = false;
    while (writable && !unwritten.isEmpty()) {
      interrupted |= Thread.interrupted(); // or no file could be opened
      try {
        store.addEntry(unwritten.element().content());
        unwritten.remove();
      } catch (CorpusException e) {
        if (!Thread.currentThread().isInterrupted()) {
          writable = false;
          listener.warning(e.getMessage() + "; until then new corpus entries live in memory only.");
        }
      }
    }
    unwritten.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int largestArgument() {
    MutableInput input = new MutableInput(target.shape(), DEFAULT_MAX_LENGTH);
    long largest = 0;
    for (CorpusEntry entry : corpus.entries()) {
      load(input, entry.content());
      largest = Math.max(largest, input.largestWeight());
    }
    return (int) Math.min(largest, Integer.MAX_VALUE);
  }

  /** The most bytes to which a mutation may grow an argument. */
  public int maxLength() {
    return maxLength;
  }

  /**
   * Whether an input may be mutated or made smaller: its arguments are no longer than a mutation
   * may make them. A string can be longer, since a malformed byte becomes three.
   */
  boolean fits(byte[] content) {
    if (content.length <= maxLength) {
      return true;
    }
    MutableInput input = new MutableInput(target.shape(), maxLength);
    load(input, content);
    return input.largestWeight() <= maxLength;
  }

  private void load(MutableInput input, byte[] content) {
    try {
      input.load(codec.decode(content));
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was run: " + e.getMessage(), e);
    }
  }
}
