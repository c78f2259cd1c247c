package io.github.mavenfuzz.comm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
 * length in four bytes and then JSON; one call is under way at a time.
 *
 * <p>A thread of its own reads, so that the end of the stream is noticed at once, whatever the
 * other threads are doing, and so that waiting for a message can have a deadline. Another one
 * writes, because a thread that is interrupted while it writes closes the channel, and a target may
 * interrupt the thread that runs it. Closing ends both threads and every waiting {@link #receive}.
 */
public final class WorkerComm implements AutoCloseable {
  private static final int MAX_MESSAGE = 64 << 20;
  private static final byte[] END = new byte[0];
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // UTF-8 cannot carry a surrogate without its partner, which a failure's message may have.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

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
   * @param message a {@link Call} or a {@link Response}
   * @throws IOException when the other side is gone
   */
  public void send(Object message) throws IOException {
    byte[] json = toJson(message);
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + json.length);
    frame.putInt(json.length).put(json).flip();
    try {
      CompletableFuture.runAsync(() -> write(frame), writer).join();
    } catch (CompletionException | RejectedExecutionException e) {
      throw new IOException("the connection has ended", e);
    }
  }

  private static byte[] toJson(Object message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that cannot be written: " + e.getMessage(), e);
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
  public <T> Optional<T> receive(Class<T> type, long timeoutMillis)
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
  public <T> T receiveUninterrupted(Class<T> type) throws EOFException {
    while (true) {
      try {
        return parse(messages.take(), type);
      } catch (InterruptedException ignored) {
        // Whoever interrupted meant a run that is over.
      }
    }
  }

  private <T> T parse(byte[] message, Class<T> type) throws EOFException {
    if (message == END) {
      messages.add(END);
      throw new EOFException("the connection has ended");
    }
    try {
      return JSON.readValue(message, type);
    } catch (IOException e) {
      throw new IllegalStateException("not a message: " + e.getMessage(), e);
    }
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
