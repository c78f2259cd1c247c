package io.github.mavenfuzz.comm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where the coordinator listens for one worker's JVMs. Whoever connects first of all sends the
 * secret, which only the readers of the worker's settings know, so that nobody else is taken for a
 * worker JVM.
 */
public sealed interface Endpoint {
  /** Of every secret, in bytes. */
  int SECRET_LENGTH = 32;

  /** In hexadecimal digits. */
  String secret();

  /** What to connect to, and where to listen. */
  SocketAddress address();

  /** A Unix-domain socket: only those who may enter its directory can connect. */
  record UnixSocket(Path path, String secret) implements Endpoint {
    @Override
    public SocketAddress address() {
      return UnixDomainSocketAddress.of(path);
    }
  }

  /**
   * A TCP port of this machine that other machines do not see, for where there are no Unix-domain
   * sockets, or the path of one would be too long.
   *
   * @param port 0 for any that is free
   */
  record Loopback(int port, String secret) implements Endpoint {
    @Override
    public SocketAddress address() {
      try {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      } catch (UnknownHostException e) {
        throw new IllegalStateException("four bytes are an address", e);
      }
    }
  }

  /**
   * Connects, and sends the secret.
   *
   * @throws IOException when nobody listens
   */
  default SocketChannel connect() throws IOException {
    boolean unix = this instanceof UnixSocket;
    SocketChannel channel =
        SocketChannel.open(unix ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET);
    try {
      if (!unix) {
        // A call is one small message, which must not wait for the next.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      channel.connect(address());
      ByteBuffer greeting = ByteBuffer.wrap(HexFormat.of().parseHex(secret()));
      while (greeting.hasRemaining()) {
        channel.write(greeting);
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
