package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.boot.Counters;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file that the coordinator and one worker JVM have both mapped: a header, coverage, and the
 * value, which is one input or several in their memory form.
 *
 * <p>During a call the worker JVM owns it, at all other times the coordinator does; the calls are
 * the only synchronisation. The header is written so that, whenever the worker JVM dies, the
 * coordinator reads what was running. The coordinator creates the memory, lets it grow before a
 * call that passes a longer value than any before, keeps it across restarts of the worker JVM and
 * closes it, which deletes the file.
 */
public final class SharedMemory implements AutoCloseable {
  private static final long MAGIC_AND_VERSION = 0x6D766E_66757A_7A_02L;

  private static final int MAGIC = 0;
  private static final int COUNT = 8;
  private static final int CHAIN = 16;
  private static final int RANDOM_STATE = 24;
  private static final int RANDOM_INCREMENT = 32;
  private static final int VALUE_LENGTH = 40;
  private static final int VALUE_CAPACITY = 48;
  private static final int HALT_REASON = 56;
  private static final int INDEX = 64;
  private static final int FOUND = 72;
  private static final int HINT = 80;
  private static final int HEADER_SIZE = 128;

  /** Where the value begins, behind the header and coverage. */
  private static final int FIXED_SIZE = HEADER_SIZE + Counters.CAPACITY;

  /** Stands for the length of a value that is not complete. */
  private static final long INCOMPLETE = -1;

  /** What most targets never need more of. */
  private static final int FIRST_CAPACITY = 1 << 18;

  private static final int LARGEST_CAPACITY = 1 << 30;
  private static final int ALLOCATION_STEP = 1 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Path file;
  private final boolean owner;

  /** Header and coverage. */
  private final MappedByteBuffer fixed;

  private MappedByteBuffer value;
  private int valueCapacity;

  /** Not in the file, where the target could take it back. */
  private boolean givenUp;

  private SharedMemory(Path file, boolean owner, MappedByteBuffer fixed, MappedByteBuffer value) {
    this.file = file;
    this.owner = owner;
    this.fixed = fixed;
    this.value = value;
    this.valueCapacity = value.capacity();
  }

  /**
   * Creates the file, for its owner only. All of it is written, so that the disk has the room for
   * it from then on: a write to mapped memory that finds no room ends a JVM.
   *
   * @throws IOException when the file exists or cannot be created or mapped, or there is no room
   *     for it; then there is no file either
   */
  public static SharedMemory create(Path file) throws IOException {
    Set<StandardOpenOption> fresh =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, fresh, OwnerOnly.file(file))) {
      try {
        allocate(channel, FIXED_SIZE + FIRST_CAPACITY);
        SharedMemory memory =
            new SharedMemory(file, true, mapFixed(channel), mapValue(channel, FIRST_CAPACITY));
        memory.put(VALUE_CAPACITY, FIRST_CAPACITY);
        memory.put(MAGIC, MAGIC_AND_VERSION);
        return memory;
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    }
  }

  /** Writes zeros behind the end of the file until it has a size. */
  private static void allocate(FileChannel channel, long size) throws IOException {
    long at = channel.size();
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size - at, ALLOCATION_STEP));
    while (at < size) {
      zeros.clear().limit((int) Math.min(size - at, zeros.capacity()));
      at += channel.write(zeros, at);
    }
  }

  private static MappedByteBuffer mapFixed(FileChannel channel) throws IOException {
    return channel.map(FileChannel.MapMode.READ_WRITE, 0, FIXED_SIZE);
  }

  private static MappedByteBuffer mapValue(FileChannel channel, int capacity) throws IOException {
    return channel.map(FileChannel.MapMode.READ_WRITE, FIXED_SIZE, capacity);
  }

  /**
   * Maps a file that {@link #create} made.
   *
   * @throws IOException when it cannot be mapped or is not of this version
   */
  public static SharedMemory open(Path file) throws IOException {
    try (FileChannel channel = openExisting(file)) {
      long capacity = channel.size() - FIXED_SIZE;
      if (capacity < 0) {
        throw new IOException(file + " is too short for a shared memory of this version");
      }
      int mapped = (int) Math.min(capacity, LARGEST_CAPACITY);
      SharedMemory memory =
          new SharedMemory(file, false, mapFixed(channel), mapValue(channel, mapped));
      if (!memory.isOfThisVersion()) {
        throw new IOException(file + " is not a shared memory of this version");
      }
      return memory;
    }
  }

  private static FileChannel openExisting(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Makes sure that a value of a length fits; only the coordinator, between calls. The worker JVM
   * takes notice by {@link #followGrowth}.
   *
   * @param length in bytes
   * @throws IOException when the file is gone, or there is no room; then all is as before
   */
  public void growTo(long length) throws IOException {
    if (length <= valueCapacity) {
      return;
    }
    if (length > LARGEST_CAPACITY) {
      throw new IOException("an input of " + length + " bytes is too long");
    }
    int capacity = (int) Math.max(length, Math.min(2L * valueCapacity, LARGEST_CAPACITY));
    try (FileChannel channel = openExisting(file)) {
      try {
        allocate(channel, FIXED_SIZE + (long) capacity);
        value = mapValue(channel, capacity);
      } catch (IOException e) {
        channel.truncate(FIXED_SIZE + (long) valueCapacity);
        throw e;
      }
    }
    valueCapacity = capacity;
    put(VALUE_CAPACITY, capacity);
  }

  /**
   * Maps what the coordinator has let grow since; only the worker JVM, at the beginning of a call.
   *
   * @throws UnreadableMemoryException when the file is gone, or the target has cut it short
   */
  public void followGrowth() {
    long capacity = get(VALUE_CAPACITY);
    while (capacity > valueCapacity) {
      try (FileChannel channel = openExisting(file)) {
        if (capacity > channel.size() - FIXED_SIZE) {
          throw new UnreadableMemoryException(file + " was cut short");
        }
        value = mapValue(channel, (int) capacity);
        valueCapacity = (int) capacity;
      } catch (ClosedByInterruptException e) {
        Thread.interrupted(); // the interrupt meant a run that is over
      } catch (IOException e) {
        throw new UnreadableMemoryException(file + " cannot be mapped: " + e);
      }
    }
  }

  public Path file() {
    return file;
  }

  /** How large the file is, in bytes. */
  public long size() {
    return FIXED_SIZE + (long) valueCapacity;
  }

  /** How large the file of a new memory is, in bytes. */
  public static long firstSize() {
    return FIXED_SIZE + FIRST_CAPACITY;
  }

  /** The longest value that fits, in bytes. */
  public int valueCapacity() {
    return valueCapacity;
  }

  private boolean isOfThisVersion() {
    return get(MAGIC) == MAGIC_AND_VERSION && get(VALUE_CAPACITY) == valueCapacity;
  }

  /** Whether the next worker JVM can use it; not so when the target has deleted or changed it. */
  public boolean isUsable() {
    return Files.exists(file) && haltReason() != HaltReason.UNREADABLE;
  }

  /**
   * Whether the target has made the file shorter. Who reads what is no longer there brings about an
   * {@link InternalError} anywhere in the same thread, so that it has to be asked before.
   */
  public boolean isCutShort() {
    try {
      return Files.size(file) < size();
    } catch (IOException e) {
      return false; // A file that is gone is still there for those who have mapped it.
    }
  }

  /** Says that what a worker JVM has left makes no sense. */
  public void giveUp() {
    givenUp = true;
  }

  /** Calls of the target since the coordinator last set it to 0. */
  public long count() {
    return get(COUNT);
  }

  public void setCount(long count) {
    put(COUNT, count);
  }

  /** How many mutations lie between the input of the call and the one that ran last. */
  public int chain() {
    return (int) get(CHAIN);
  }

  public long randomState() {
    return get(RANDOM_STATE);
  }

  public long randomIncrement() {
    return get(RANDOM_INCREMENT);
  }

  /**
   * Saves which of the inputs is about to be mutated and the state from which the next mutation
   * starts, and that none has been applied since.
   */
  public void beginChain(int index, long randomState, long randomIncrement) {
    put(CHAIN, 0);
    put(INDEX, index);
    put(HINT, 0);
    put(RANDOM_STATE, randomState);
    put(RANDOM_INCREMENT, randomIncrement);
  }

  /**
   * Saves that one of the inputs is about to be changed as a hint says.
   *
   * @param hint of the input's hints, from 0
   */
  public void beginHint(int index, int hint) {
    put(CHAIN, 0);
    put(INDEX, index);
    put(HINT, hint + 1L);
  }

  /** Which hint of the input was followed, from 0; -1 when none was. */
  public long hint() {
    return get(HINT) - 1;
  }

  /** Says that the target is about to run, before it can kill the JVM. */
  public void beginRun(long count, int chain) {
    put(CHAIN, chain);
    put(COUNT, count);
  }

  /** Which of the inputs of the call ran last, or was mutated. */
  public long index() {
    return get(INDEX);
  }

  /** Says which of the inputs of a warm-up is about to run, as it is. */
  public void beginInput(int index) {
    put(CHAIN, 0);
    put(INDEX, index);
  }

  /** Never throws, whatever the target has made of the memory. */
  public HaltReason haltReason() {
    if (givenUp || isCutShort() || !isOfThisVersion()) {
      return HaltReason.UNREADABLE;
    }
    HaltReason[] all = HaltReason.values();
    long reason = get(HALT_REASON);
    return reason >= 0 && reason < all.length ? all[(int) reason] : HaltReason.UNREADABLE;
  }

  public void setHaltReason(HaltReason reason) {
    put(HALT_REASON, reason.ordinal());
  }

  /**
   * A copy of the value.
   *
   * @return null when it is not complete, because the worker JVM was ended while it wrote it
   * @throws UnreadableMemoryException when it is longer than the capacity
   */
  public byte[] value() {
    long length = get(VALUE_LENGTH);
    if (length == INCOMPLETE) {
      return null;
    }
    if (length < 0 || length > valueCapacity) {
      throw new UnreadableMemoryException("shared memory holds a value of length " + length);
    }
    byte[] copy = new byte[(int) length];
    value.get(0, copy);
    return copy;
  }

  /**
   * @throws IllegalArgumentException when it is longer than the capacity
   */
  public void setValue(byte[] content) {
    setValue(content, content.length);
  }

  /**
   * Stores the first bytes of an array as the value.
   *
   * @throws IllegalArgumentException when they are more than the capacity
   */
  public void setValue(byte[] content, int length) {
    if (length > valueCapacity) {
      throw new IllegalArgumentException(
          "an input of " + length + " bytes exceeds the shared memory's " + valueCapacity);
    }
    put(VALUE_LENGTH, INCOMPLETE);
    VarHandle.storeStoreFence();
    value.put(0, content, 0, length);
    put(VALUE_LENGTH, length);
  }

  /** Reads coverage bits or a mask in the worker's numbering into the beginning of {@code bits}. */
  public void readCoverage(byte[] bits, int length) {
    fixed.get(coverageOffset(length), bits, 0, length);
  }

  public void writeCoverage(byte[] bits, int length) {
    fixed.put(coverageOffset(length), bits, 0, length);
  }

  private int coverageOffset(int length) {
    if (length < 0 || length > Counters.CAPACITY) {
      throw new IllegalArgumentException("coverage of " + length + " probes");
    }
    return HEADER_SIZE;
  }

  /**
   * Adds an input that the worker JVM has found to those that the coordinator has passed, so that
   * it is known whatever happens to the JVM; only the worker JVM.
   *
   * @param from how long what was passed is, with what was added before, in bytes
   * @return where the next one begins, or {@code from} when there is no room
   */
  public int addFound(int from, byte[] input) {
    int length = Integer.BYTES + input.length;
    if (length > valueCapacity - from) {
      return from;
    }
    value.putInt(from, input.length);
    value.put(from + Integer.BYTES, input);
    put(FOUND, get(FOUND) + 1);
    return from + length;
  }

  /** Forgets the inputs that a call has found. */
  public void clearFound() {
    put(FOUND, 0);
  }

  /**
   * The inputs that {@link #addFound} has added, in their order.
   *
   * @throws UnreadableMemoryException when there are none such
   */
  public List<byte[]> found() {
    long count = get(FOUND);
    long at = get(VALUE_LENGTH);
    List<byte[]> found = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      int length = at < 0 || at > valueCapacity - Integer.BYTES ? -1 : value.getInt((int) at);
      at += Integer.BYTES;
      if (length < 0 || length > valueCapacity - at) {
        throw new UnreadableMemoryException("shared memory tells of " + count + " found inputs");
      }
      byte[] input = new byte[length];
      value.get((int) at, input);
      at += length;
      found.add(input);
    }
    return found;
  }

  private long get(int offset) {
    return (long) LONGS.getAcquire((ByteBuffer) fixed, offset);
  }

  /** A release store, so that the JIT moves none of them past the call of the target. */
  private void put(int offset, long value) {
    LONGS.setRelease((ByteBuffer) fixed, offset, value);
  }

  @Override
  public void close() throws IOException {
    if (owner) {
      Files.deleteIfExists(file);
    }
  }
}
