package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.Corpus;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.corpus.CorpusException;
import io.github.mavenfuzz.corpus.InputStore;
import io.github.mavenfuzz.input.FrameLength;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * The inputs that one target's run starts from and adds, in memory and on disk. Belongs to the
 * coordinator's thread.
 */
public final class RunCorpus {
  private static final int DEFAULT_MAX_LENGTH = 1 << 20;

  private static final int MAX_CAPACITY = 1 << 30;

  /** What the brackets take, and what an input can become longer by when it is minimised. */
  private static final int SLACK = 1 << 16;

  /** The most bytes that one byte of a text takes as a file: U+FFFD, which stands for it. */
  private static final int MAX_REPLACEMENT_LENGTH = 3;

  private final FuzzTarget target;
  private final Corpus corpus = new Corpus();
  private final InputStore store;
  private final InputCodec codec;
  private final int maxLength;
  private final int longestEntry;
  private final RunListener listener;

  /** What {@link #write} has still to write. */
  private final Deque<CorpusEntry> unwritten = new ArrayDeque<>();

  private int newEntries;
  private boolean writable = true;

  /**
   * Reads the seeds and then the corpus, and adds the empty and zero values.
   *
   * @param maxLength the most bytes to which a mutation may grow an array or a string; 0 means 1
   *     MiB, or the length of the longest entry
   * @throws CorpusException when a directory cannot be read
   */
  public RunCorpus(FuzzTarget target, InputStore store, int maxLength, RunListener listener)
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

  /** The most bytes to which a mutation may grow an argument. */
  public int maxLength() {
    return maxLength;
  }

  /**
   * Whether an input may be mutated or made smaller: its arguments are no longer than a mutation
   * may make them. A string can be longer, since a malformed byte becomes three.
   */
  boolean fits(byte[] content) {
    return content.length <= maxLength
        || content.length <= valueCapacity() && load(content).isWithinMaxLength();
  }

  private MutableInput load(byte[] content) {
    MutableInput input = new MutableInput(target.shape(), maxLength);
    try {
      input.load(codec.decode(content));
      return input;
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was run: " + e.getMessage(), e);
    }
  }

  /**
   * The longest file form of an entry, or of a mutation of an input that {@link #fits}; and room
   * for entries that are run in one call.
   */
  public int valueCapacity() {
    return Math.max(TaskPlanner.WARMUP_BYTES, Math.max(longestEntry, mutationCapacity()));
  }

  private int mutationCapacity() {
    if (target.shape().isRaw()) {
      return (int) Math.min((long) maxLength * MAX_REPLACEMENT_LENGTH, MAX_CAPACITY);
    }
    long capacity = SLACK;
    for (ValueType type : target.shape().types()) {
      capacity += capacity(type);
    }
    return (int) Math.min(capacity, MAX_CAPACITY);
  }

  /** A chain of mutations can add a few elements' worth of text to what has too many already. */
  private long capacity(ValueType type) {
    long elements = maxLength / SequenceSlot.ELEMENT_WEIGHT + 2 * Mutator.CHAIN_LENGTH;
    return FrameLength.ofValue(type)
        + elements * FrameLength.ofElements(type)
        + (type instanceof LeafType leaf && !leaf.kind().isBytes()
            ? 0
            : (long) maxLength * FrameLength.MAX_ESCAPED_LENGTH);
  }
}
