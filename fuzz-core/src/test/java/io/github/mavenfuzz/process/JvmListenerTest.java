package io.github.mavenfuzz.process;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.Endpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is taken for a worker JVM; a process that reads its input stands for one. */
@Timeout(value = 1, unit = MINUTES)
class JvmListenerTest {
  private static final long LONG_MILLIS = 60_000;
  private static final String WRONG = "5a".repeat(Endpoint.SECRET_LENGTH);

  @TempDir Path directory;
  private Process process;

  /** The file name of the socket; one that is too long makes it a TCP port. */
  static Stream<String> sockets() {
    return Stream.of("short", "long".repeat(50));
  }

  @BeforeEach
  void start() throws IOException {
    process = new ProcessBuilder("cat").start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void aSocketBelongsToItsOwnerOnly() throws Exception {
    Path socket = directory.resolve("socket");
    try (JvmListener listener = JvmListener.open(socket)) {
      assertThat(listener.endpoint())
          .isEqualTo(new Endpoint.UnixSocket(socket, listener.endpoint().secret()));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void aPathThatIsTooLongForASocketIsNoProblem() throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve("x".repeat(150)))) {
      assertThat(listener.endpoint()).isInstanceOf(Endpoint.Loopback.class);
      assertThat(listener.isReachable()).isTrue();
    }
  }

  @Test
  void noTwoHaveTheSameSecret() throws Exception {
    try (JvmListener one = JvmListener.open(directory.resolve("one"));
        JvmListener two = JvmListener.open(directory.resolve("two"))) {
      assertThat(one.endpoint().secret())
          .matches("[0-9a-f]{64}")
          .isNotEqualTo(two.endpoint().secret());
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void whoKnowsTheSecretIsConnectedInBothDirections(String socket) throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve(socket));
        SocketChannel worker = listener.endpoint().connect();
        SocketChannel accepted = listener.accept(process, LONG_MILLIS)) {
      assertThat(accepted.isBlocking()).isTrue();
      accepted.write(ByteBuffer.wrap(new byte[] {1}));
      assertThat(read(worker)).isEqualTo(1);
      worker.write(ByteBuffer.wrap(new byte[] {2}));
      assertThat(read(accepted)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void strangersThatComeFirstAreTurnedAway(String socket) throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve(socket))) {
      Endpoint right = listener.endpoint();
      Endpoint wrong =
          right instanceof Endpoint.UnixSocket unix
              ? new Endpoint.UnixSocket(unix.path(), WRONG)
              : new Endpoint.Loopback(((Endpoint.Loopback) right).port(), WRONG);
      // More than the backlog holds come while somebody accepts.
      Thread knocking =
          new Thread(
              () -> {
                try (SocketChannel silent = connect(right, "");
                    SocketChannel brief = connect(right, right.secret().substring(2));
                    SocketChannel stranger = wrong.connect();
                    SocketChannel worker = right.connect()) {
                  assertThat(stranger.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                  worker.write(ByteBuffer.wrap(new byte[] {3}));
                  assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                  assertThat(brief.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                } catch (IOException e) {
                  // The worker's byte is missing then.
                }
              });
      knocking.start();

      try (SocketChannel accepted = listener.accept(process, LONG_MILLIS)) {
        assertThat(read(accepted)).isEqualTo(3);
      }
      knocking.join();
    }
  }

  private static SocketChannel connect(Endpoint endpoint, String secret) throws IOException {
    return endpoint instanceof Endpoint.UnixSocket unix
        ? new Endpoint.UnixSocket(unix.path(), secret).connect()
        : new Endpoint.Loopback(((Endpoint.Loopback) endpoint).port(), secret).connect();
  }

  @ParameterizedTest
  @MethodSource("sockets")
  void oneJvmAfterTheOtherCanConnect(String socket) throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve(socket))) {
      for (int i = 0; i < 3; i++) {
        try (SocketChannel worker = listener.endpoint().connect();
            SocketChannel accepted = listener.accept(process, LONG_MILLIS)) {
          worker.write(ByteBuffer.wrap(new byte[] {(byte) i}));
          assertThat(read(accepted)).isEqualTo(i);
        }
      }
    }
  }

  @Test
  void waitingEndsWithTheProcess() throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve("socket"))) {
      process.getOutputStream().close();

      assertThat(listener.accept(process, LONG_MILLIS)).isNull();
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void waitingEndsWithItsTimeWhoeverIsSilentMeanwhile() throws Exception {
    try (JvmListener listener = JvmListener.open(directory.resolve("socket"));
        SocketChannel silent = connect(listener.endpoint(), "")) {
      assertThat(listener.accept(process, 20)).isNull();
      assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void aSocketThatSomebodyDeletedIsNoticed() throws Exception {
    Path socket = directory.resolve("socket");
    try (JvmListener listener = JvmListener.open(socket)) {
      assertThat(listener.isReachable()).isTrue();
      Files.delete(socket);
      assertThat(listener.isReachable()).isFalse();
    }
  }

  private static int read(SocketChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    assertThat(channel.read(one)).isEqualTo(1);
    return one.get(0);
  }
}
