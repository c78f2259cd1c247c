package io.github.mavenfuzz.comm;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One end of the private connection between the coordinator and a worker JVM. A message is its
 * length in four bytes and then its {@link MessageCodec}; one call is under way at a time.
 *
 * <p>A thread of its own reads, so that the end of the stream is noticed at once, whatever the
 * other threads are doing, and so that waiting for a message can have a deadline. Another one
 * writes, because a thread that is interrupted while it writes closes the channel, and a target may
 * interrupt the thread that runs it. Closing ends both threads and every waiting {@link #receive}.
 */
public final class WorkerComm implements AutoCloseable {
  private static final int MAX_MESSAGE = 64 << 20;
  private static final byte[] END = new byte[0];

  private final ByteChannel channel;
  private final Consumer<OutOfMemoryError> onEnd;
  private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(task -> new EngineThread(task, "fuzz-comm-send"));
  private volatile boolean ended;

  /**
   * Takes over a connected blocking channel and starts reading.
   *
   * @param onEnd run on the reading thread when the stream has ended, for whatever reason; told
   *     what was thrown when a message had no room in the heap, else null
   */
  public WorkerComm(ByteChannel channel, Consumer<OutOfMemoryError> onEnd) {
    this.channel = channel;
    this.onEnd = onEnd;
    new EngineThread(this::read, "fuzz-comm").start();
  }

  private void read() {
    OutOfMemoryError noRoom = null;
    try {
      while (true) {
        ByteBuffer length = fill(ByteBuffer.allocate(Integer.BYTES));
        int size = length.getInt();
        if (size <= 0 || size > MAX_MESSAGE) {
          throw new IOException("a message of " + size + " bytes");
        }
        messages.add(fill(ByteBuffer.allocate(size)).array());
      }
    } catch (IOException ended) {
      // A broken stream is an ended one: either way no message will come.
    } catch (OutOfMemoryError full) {
      noRoom = full;
    } finally {
      ended = true;
      try {
        messages.add(END);
      } finally { // which comes to pass even in a full heap
        onEnd.accept(noRoom);
      }
    }
  }

  private ByteBuffer fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    return buffer.flip();
  }

  /**
   * Sends a message; returns when it is sent, whether the thread is interrupted or not.
   *
   * @throws IOException when the other side is gone
   */
  public void send(Message message) throws IOException {
    byte[] form = MessageCodec.write(message);
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + form.length);
    frame.putInt(form.length).put(form).flip();
    try {
      CompletableFuture.runAsync(() -> write(frame), writer).join();
    } catch (CompletionException | RejectedExecutionException e) {
      throw new IOException("the connection has ended", e);
    }
  }

  private void write(ByteBuffer frame) {
    try {
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for a message.
   *
   * @param timeoutMillis how long to wait at most
   * @return empty when none came in time
   * @throws EOFException when the stream has ended
   * @throws IllegalStateException when the message is not of the type
   */
  public <T extends Message> Optional<T> receive(Class<T> type, long timeoutMillis)
      throws EOFException, InterruptedException {
    byte[] message = messages.poll(timeoutMillis, TimeUnit.MILLISECONDS);
    return message == null ? Optional.empty() : Optional.of(parse(message, type));
  }

  /**
   * Waits for a message as long as it takes, and clears the thread's interrupt if it has one.
   *
   * @throws EOFException when the stream has ended
   * @throws IllegalStateException when the message is not of the type
   */
  public <T extends Message> T receiveUninterrupted(Class<T> type) throws EOFException {
    while (true) {
      try {
        return parse(messages.take(), type);
      } catch (InterruptedException ignored) {
        // Whoever interrupted meant a run that is over.
      }
    }
  }

  private <T extends Message> T parse(byte[] message, Class<T> type) throws EOFException {
    if (message == END) {
      messages.add(END);
      throw new EOFException("the connection has ended");
    }
    Message read = MessageCodec.read(message);
    if (!type.isInstance(read)) {
      throw new IllegalStateException("not a message: there is no place for " + read);
    }
    return type.cast(read);
  }

  /** Whether the other side has closed the connection or is gone, or this side has closed it. */
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() throws IOException {
    try {
      writer.execute(writer::shutdown); // on its own thread, which no interrupt would wake
    } catch (RejectedExecutionException closedBefore) {
      // It has ended.
    }
    channel.close();
  }
}
