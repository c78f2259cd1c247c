package io.github.mavenfuzz.comm;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Both ends of a connection as the coordinator and a worker JVM have it. */
record Connection(SocketChannel near, SocketChannel far) implements AutoCloseable {

  static Connection in(Path directory) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("socket"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      SocketChannel near = SocketChannel.open(address);
      return new Connection(near, server.accept());
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    far.close();
  }
}
