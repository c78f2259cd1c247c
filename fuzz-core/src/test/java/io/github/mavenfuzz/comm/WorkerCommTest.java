package io.github.mavenfuzz.comm;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = MINUTES)
class WorkerCommTest {
  private static final long LONG_MILLIS = 60_000;

  @TempDir Path directory;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException {
    connection = Connection.in(directory);
  }

  @AfterEach
  void disconnect() throws IOException {
    connection.close();
  }

  @Test
  void passesMessagesInOrderBothWays() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());

    coordinator.send(new Call.Ping());
    coordinator.send(minimize(7));
    assertThat(worker.receive(Call.class, LONG_MILLIS)).contains(new Call.Ping());
    assertThat(worker.receive(Call.class, LONG_MILLIS)).contains(minimize(7));

    worker.send(pong("one"));
    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(pong("one"));
  }

  @Test
  void passesMessagesLargerThanWhatTheConnectionBuffers() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());
    Response large = pong("x".repeat(5 << 20));

    worker.send(large);

    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(large);
  }

  @Test
  void putsMessagesTogetherThatArriveByteByByte() throws Exception {
    byte[] form = MessageCodec.write(minimize(7));
    ByteBuffer frame = ByteBuffer.allocate(4 + form.length).putInt(form.length).put(form).flip();
    WorkerComm worker = comm(new Trickle(frame));

    assertThat(worker.receive(Call.class, LONG_MILLIS)).contains(minimize(7));
  }

  @Test
  void hasNoMessageWhenNoneComesInTime() throws Exception {
    WorkerComm coordinator = comm(connection.near());

    assertThat(coordinator.receive(Response.class, 1)).isEmpty();
    assertThat(coordinator.hasEnded()).isFalse();
  }

  @Test
  void readsWhatWasSentBeforeTheEndAndThenTheEndAgainAndAgain() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());
    worker.send(pong(null));
    worker.close();

    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(pong(null));
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(EOFException.class)
          .isThrownBy(() -> coordinator.receive(Response.class, LONG_MILLIS));
    }
    assertThat(coordinator.hasEnded()).isTrue();
  }

  @Test
  void tellsOfTheEndWithoutBeingAsked() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    WorkerComm worker = new WorkerComm(connection.far(), cause -> told.countDown());

    connection.near().close();

    told.await();
    assertThat(worker.hasEnded()).isTrue();
  }

  @Test
  void closingEndsTheWaitForAMessage() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    Thread caller = Thread.currentThread();
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              while (caller.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              close(coordinator);
            });

    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> coordinator.receive(Response.class, LONG_MILLIS));
    closing.join();
  }

  @Test
  void closingEndsItsThreads() throws Exception {
    Set<Thread> before = threads();
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());
    coordinator.send(new Call.Ping());
    worker.receiveUninterrupted(Call.class);

    coordinator.close();
    coordinator.close();
    worker.close();

    while (!before.containsAll(threads())) {
      Thread.onSpinWait();
    }
  }

  /** A target may interrupt every thread that it finds. */
  @Test
  void isNotEndedByInterruptsOfItsThreads() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());
    worker.send(pong("one"));
    assertThat(threads()).isNotEmpty().allSatisfy(Thread::interrupt);

    worker.send(pong("two"));

    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(pong("one"));
    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(pong("two"));
    assertThat(worker.hasEnded()).isFalse();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fuzz-comm"))
        .collect(Collectors.toSet());
  }

  @Test
  void cannotSendWhenTheOtherSideIsGone() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    WorkerComm coordinator = new WorkerComm(connection.near(), cause -> told.countDown());
    connection.far().close();
    told.await();

    assertThatIOException().isThrownBy(() -> coordinator.send(new Call.Ping()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, (64 << 20) + 1, Integer.MAX_VALUE})
  void takesAnImpossibleLengthForTheEnd(int length) throws Exception {
    WorkerComm worker = comm(connection.far());

    connection.near().write(ByteBuffer.allocate(4).putInt(length).flip());

    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> worker.receive(Call.class, LONG_MILLIS));
  }

  @Test
  void takesAMessageThatBreaksOffForTheEnd() throws Exception {
    WorkerComm worker = comm(connection.far());

    connection.near().write(ByteBuffer.allocate(8).putInt(100).flip().limit(8));
    connection.near().close();

    assertThatExceptionOfType(EOFException.class)
        .isThrownBy(() -> worker.receive(Call.class, LONG_MILLIS));
  }

  @ParameterizedTest
  @MethodSource("noCalls")
  void refusesWhatIsNoMessageOfTheType(byte[] message) throws Exception {
    WorkerComm worker = comm(connection.far());

    connection
        .near()
        .write(ByteBuffer.allocate(4 + message.length).putInt(message.length).put(message).flip());

    assertThatIllegalStateException()
        .isThrownBy(() -> worker.receive(Call.class, LONG_MILLIS))
        .withMessageStartingWith("not a message: ");
  }

  static Stream<byte[]> noCalls() {
    return Stream.of(
        new byte[] {0},
        new byte[] {-1},
        new byte[] {127, 0},
        MessageCodec.write(pong("a response")));
  }

  /** A target may interrupt the thread that runs it at any time, even after it has returned. */
  @Test
  void sendsAndReceivesOnAThreadThatHasBeenInterrupted() throws Exception {
    WorkerComm coordinator = comm(connection.near());
    WorkerComm worker = comm(connection.far());
    coordinator.send(new Call.Ping());
    try {
      Thread.currentThread().interrupt();
      assertThat(worker.receiveUninterrupted(Call.class)).isEqualTo(new Call.Ping());
      Thread.currentThread().interrupt();
      worker.send(pong(null));
    } finally {
      Thread.interrupted();
    }

    assertThat(coordinator.receive(Response.class, LONG_MILLIS)).contains(pong(null));
    assertThat(worker.hasEnded()).isFalse();
  }

  private static WorkerComm comm(ByteChannel channel) {
    return new WorkerComm(channel, cause -> {});
  }

  private static Response pong(String error) {
    return new Response.Pong(new Response.Instrumented(List.of(), 0), Preparation.failed(error));
  }

  private static Call minimize(int limitMillis) {
    return new Call.Minimize(limitMillis, 1, Call.Keep.coverage(0, List.of()));
  }

  private static void close(WorkerComm comm) {
    try {
      comm.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives one byte at each read. */
  private record Trickle(ByteBuffer content) implements ByteChannel {
    @Override
    public int read(ByteBuffer into) {
      if (!content.hasRemaining()) {
        return -1;
      }
      into.put(content.get());
      return 1;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
