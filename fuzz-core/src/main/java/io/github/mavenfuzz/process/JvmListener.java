package io.github.mavenfuzz.process;

import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.OwnerOnly;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Where one worker's JVMs connect, one after the other. Belongs to the worker's thread, which
 * closes it; the same one serves all JVMs, so that their settings remain the same.
 */
public final class JvmListener implements AutoCloseable {
  private static final int BACKLOG = 1;

  private final ServerSocketChannel server;
  private final Endpoint endpoint;

  private JvmListener(ServerSocketChannel server, Endpoint endpoint) throws IOException {
    this.server = server;
    this.endpoint = endpoint;
    server.configureBlocking(false);
  }

  /**
   * Listens on a Unix-domain socket or, where that cannot be made, on a TCP port of this machine.
   *
   * @param socket the path of the socket; a file that is there is deleted
   * @throws IOException when there is neither
   */
  public static JvmListener open(Path socket) throws IOException {
    byte[] random = new byte[Endpoint.SECRET_LENGTH];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    try {
      return openUnix(socket, secret);
    } catch (IOException | UnsupportedOperationException e) {
      try {
        return openLoopback(secret);
      } catch (IOException both) {
        both.addSuppressed(e);
        throw both;
      }
    }
  }

  private static JvmListener openUnix(Path socket, String secret) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      Endpoint endpoint = new Endpoint.UnixSocket(socket, secret);
      server.bind(endpoint.address(), BACKLOG);
      OwnerOnly.restrict(socket);
      return new JvmListener(server, endpoint);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  static JvmListener openLoopback(String secret) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET);
    try {
      server.bind(new Endpoint.Loopback(0, secret).address(), BACKLOG);
      int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      return new JvmListener(server, new Endpoint.Loopback(port, secret));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Whether a JVM could connect: a target may have deleted the socket. */
  public boolean isReachable() {
    return !(endpoint instanceof Endpoint.UnixSocket unix) || Files.exists(unix.path());
  }

  /**
   * Waits for a connection that sends the secret. Connections with another secret are closed at
   * once, silent ones at the end.
   *
   * @return null when the process has ended or the time is over
   */
  SocketChannel accept(Process process, long timeoutMillis) throws IOException {
    SocketChannel accepted;
    try (Selector selector = Selector.open()) {
      server.register(selector, SelectionKey.OP_ACCEPT);
      process.onExit().thenRun(selector::wakeup);
      accepted = null;
      try {
        accepted = accept(selector, process, timeoutMillis);
      } finally {
        for (SelectionKey key : selector.keys()) {
          if (key.channel() != server && key.channel() != accepted) {
            key.channel().close();
          }
        }
      }
    }
    if (accepted != null) {
      accepted.configureBlocking(true);
    }
    return accepted;
  }

  private SocketChannel accept(Selector selector, Process process, long timeoutMillis)
      throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    long left = timeoutMillis;
    while (left > 0) {
      // Asked before the last look, so that a connection made just before the end is seen.
      boolean alive = process.isAlive();
      if (alive) {
        selector.select(left);
      } else {
        selector.selectNow();
      }
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.channel() == server) {
          welcome(selector);
        } else if (isGreeted(key)) {
          return (SocketChannel) key.channel();
        }
      }
      selector.selectedKeys().clear();
      if (!alive) {
        return null;
      }
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return null;
  }

  private void welcome(Selector selector) throws IOException {
    SocketChannel channel = server.accept();
    if (channel != null) {
      if (endpoint instanceof Endpoint.Loopback) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(Endpoint.SECRET_LENGTH));
    }
  }

  /** Whether the secret is complete; a connection with another one is closed. */
  private boolean isGreeted(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    ByteBuffer greeting = (ByteBuffer) key.attachment();
    boolean ended;
    try {
      ended = channel.read(greeting) < 0;
    } catch (IOException reset) {
      ended = true;
    }
    if (!ended && greeting.hasRemaining()) {
      return false;
    }
    byte[] secret = HexFormat.of().parseHex(endpoint.secret());
    boolean right = !ended && MessageDigest.isEqual(secret, greeting.array());
    if (!right) {
      channel.close();
    }
    return right;
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (endpoint instanceof Endpoint.UnixSocket unix) {
      Files.deleteIfExists(unix.path());
    }
  }
}
