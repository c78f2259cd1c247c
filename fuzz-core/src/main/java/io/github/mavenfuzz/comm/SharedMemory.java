package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.boot.Counters;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that the coordinator and one worker JVM have both mapped: a header, an input, and
 * coverage.
 *
 * <p>During a call the worker JVM owns it, at all other times the coordinator does; the calls are
 * the only synchronisation. The header is written so that, whenever the worker JVM dies, the
 * coordinator reads what was running. The coordinator creates the memory, keeps it across restarts
 * of the worker JVM and closes it, which deletes the file.
 */
public final class SharedMemory implements AutoCloseable {
  private static final long MAGIC_AND_VERSION = 0x6D766E_66757A_7A_01L;

  private static final int MAGIC = 0;
  private static final int COUNT = 8;
  private static final int CHAIN = 16;
  private static final int RANDOM_STATE = 24;
  private static final int RANDOM_INCREMENT = 32;
  private static final int VALUE_LENGTH = 40;
  private static final int RAW = 48;
  private static final int VALUE_CAPACITY = 56;
  private static final int HALT_REASON = 64;
  private static final int INDEX = 72;
  private static final int HEADER_SIZE = 128;
  private static final int ALLOCATION_STEP = 1 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final Path file;
  private final boolean owner;
  private final MappedByteBuffer buffer;
  private final int valueCapacity;

  /** Not in the file, where the target could take it back. */
  private boolean givenUp;

  private SharedMemory(Path file, boolean owner, MappedByteBuffer buffer, int valueCapacity) {
    this.file = file;
    this.owner = owner;
    this.buffer = buffer;
    this.valueCapacity = valueCapacity;
  }

  /** How large the file is, in bytes. */
  public static long size(int valueCapacity) {
    return (long) HEADER_SIZE + valueCapacity + Counters.CAPACITY;
  }

  /**
   * Creates the file, for its owner only. All of it is written, so that the disk has the room for
   * it from then on: a write to mapped memory that finds no room ends a JVM.
   *
   * @param valueCapacity the longest input that it can hold, in bytes
   * @throws IOException when the file exists or cannot be created or mapped, or there is no room
   *     for it; then there is no file either
   */
  public static SharedMemory create(Path file, int valueCapacity) throws IOException {
    long size = size(valueCapacity);
    Set<StandardOpenOption> fresh =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, fresh, OwnerOnly.file(file))) {
      MappedByteBuffer buffer;
      try {
        allocate(channel, size);
        buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      SharedMemory memory = new SharedMemory(file, true, buffer, valueCapacity);
      memory.put(VALUE_CAPACITY, valueCapacity);
      memory.put(MAGIC, MAGIC_AND_VERSION);
      return memory;
    }
  }

  private static void allocate(FileChannel channel, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size, ALLOCATION_STEP));
    for (long left = size; left > 0; ) {
      zeros.clear().limit((int) Math.min(left, zeros.capacity()));
      left -= channel.write(zeros);
    }
  }

  /**
   * Maps a file that {@link #create} made.
   *
   * @throws IOException when it cannot be mapped or is not of this version
   */
  public static SharedMemory open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size < HEADER_SIZE + Counters.CAPACITY) {
        throw new IOException(file + " is too short for a shared memory of this version");
      }
      MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
      int capacity = (int) (size - HEADER_SIZE - Counters.CAPACITY);
      SharedMemory memory = new SharedMemory(file, false, buffer, capacity);
      if (!memory.isOfThisVersion()) {
        throw new IOException(file + " is not a shared memory of this version");
      }
      return memory;
    }
  }

  public Path file() {
    return file;
  }

  /** The longest input that fits, in bytes. */
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
      return Files.size(file) < size(valueCapacity);
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

  /** How many mutations lie between the value and the input that ran last; 0 means none. */
  public int chain() {
    return (int) get(CHAIN);
  }

  public long randomState() {
    return get(RANDOM_STATE);
  }

  public long randomIncrement() {
    return get(RANDOM_INCREMENT);
  }

  /** Saves the state from which the next mutation starts, and that none has been applied since. */
  public void beginChain(long randomState, long randomIncrement) {
    put(CHAIN, 0);
    put(RANDOM_STATE, randomState);
    put(RANDOM_INCREMENT, randomIncrement);
  }

  /** Says that the target is about to run, before it can kill the JVM. */
  public void beginRun(long count, int chain) {
    put(CHAIN, chain);
    put(COUNT, count);
  }

  /** Which of the inputs of a warm-up ran last. */
  public long index() {
    return get(INDEX);
  }

  /** Says which of the inputs of a warm-up is about to run, as it is. */
  public void beginInput(int index) {
    put(CHAIN, 0);
    put(INDEX, index);
  }

  /** Whether the value is the bare content of one argument, as during its minimisation. */
  public boolean isRaw() {
    return get(RAW) != 0;
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
   * A copy of the input, or of one argument if {@link #isRaw()}.
   *
   * @throws UnreadableMemoryException when it is longer than the capacity
   */
  public byte[] value() {
    long length = get(VALUE_LENGTH);
    if (length < 0 || length > valueCapacity) {
      throw new UnreadableMemoryException("shared memory holds a value of length " + length);
    }
    byte[] value = new byte[(int) length];
    buffer.get(HEADER_SIZE, value);
    return value;
  }

  /**
   * @throws IllegalArgumentException when it is longer than the capacity
   */
  public void setValue(byte[] value) {
    store(value);
  }

  /** Stores the bare content of the argument that is being minimised. */
  public void setRaw(byte[] content) {
    store(content);
    put(RAW, 1);
  }

  /** Until the content is complete it is not raw: nobody takes half of it for an argument. */
  private void store(byte[] content) {
    if (content.length > valueCapacity) {
      throw new IllegalArgumentException(
          "an input of " + content.length + " bytes exceeds the shared memory's " + valueCapacity);
    }
    put(RAW, 0);
    VarHandle.storeStoreFence();
    buffer.put(HEADER_SIZE, content);
    put(VALUE_LENGTH, content.length);
  }

  /** Reads coverage bits or a mask in the worker's numbering into the beginning of {@code bits}. */
  public void readCoverage(byte[] bits, int length) {
    buffer.get(coverageOffset(length), bits, 0, length);
  }

  public void writeCoverage(byte[] bits, int length) {
    buffer.put(coverageOffset(length), bits, 0, length);
  }

  private int coverageOffset(int length) {
    if (length < 0 || length > Counters.CAPACITY) {
      throw new IllegalArgumentException("coverage of " + length + " probes");
    }
    return HEADER_SIZE + valueCapacity;
  }

  private long get(int offset) {
    return (long) LONGS.getAcquire((ByteBuffer) buffer, offset);
  }

  /** A release store, so that the JIT moves none of them past the call of the target. */
  private void put(int offset, long value) {
    LONGS.setRelease((ByteBuffer) buffer, offset, value);
  }

  @Override
  public void close() throws IOException {
    if (owner) {
      Files.deleteIfExists(file);
    }
  }
}
