package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Outcome;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a call costs that runs nothing: there and back through a socket and shared memory, both
 * sides in one JVM.
 */
@State(Scope.Thread)
public class CallRoundTrip {
  private static final int VALUE_LENGTH = 64;

  /** Of the coverage that goes there and back. */
  @Param({"0", "2000", "100000"})
  public int probes;

  private Path directory;
  private SharedMemory memory;
  private SharedMemory memoryOfWorker;
  private WorkerComm comm;
  private WorkerComm commOfWorker;
  private byte[] mask;
  private final byte[] value = new byte[VALUE_LENGTH];

  @Setup
  public void connect() throws IOException {
    directory = Files.createTempDirectory("fuzz-micro");
    memory = SharedMemory.create(directory.resolve("memory"));
    memoryOfWorker = SharedMemory.open(memory.file());
    mask = new byte[probes];
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("socket"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      comm = new WorkerComm(SocketChannel.open(address), end -> {});
      commOfWorker = new WorkerComm(server.accept(), end -> {});
    }
    Thread worker = new Thread(this::serve, "worker");
    worker.setDaemon(true);
    worker.start();
  }

  private void serve() {
    byte[] bits = new byte[probes];
    try {
      while (true) {
        Call.Fuzz call = (Call.Fuzz) commOfWorker.receiveUninterrupted(Call.class);
        memoryOfWorker.value();
        memoryOfWorker.readCoverage(bits, call.maskLength());
        commOfWorker.send(
            new Response.Fuzzed(
                new Outcome(new Instrumented(List.of(), 0), null, null, false),
                List.of(),
                List.of(new Turn(2, 0, 0))));
      }
    } catch (EOFException closed) {
      // The benchmark is over.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TearDown
  public void close() throws IOException {
    comm.close();
    commOfWorker.close();
    memory.close();
    Files.deleteIfExists(directory.resolve("socket"));
    Files.delete(directory);
  }

  @Benchmark
  public Response fuzz() throws IOException, InterruptedException {
    memory.setCount(0);
    memory.setValue(value);
    memory.writeCoverage(mask, mask.length);
    Call.Parents parents = new Call.Parents(List.of(value.length), List.of(1));
    Call.Slice slice = new Call.Slice(0, 2);
    comm.send(new Call.Fuzz(parents, List.of(), slice, mask.length, List.of()));
    return comm.receive(Response.class, 10_000).orElseThrow();
  }
}
