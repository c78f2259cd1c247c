package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.session.WorkerClient.CallSettings;
import io.github.mavenfuzz.slot.InputForms;
import io.github.mavenfuzz.type.LeafKind;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a worker JVM that says its last words while nobody has called it. */
@Timeout(value = 1, unit = MINUTES)
class WorkerClientTest {
  private static final InputShape TYPED = InputShape.of(LeafKind.INT, LeafKind.STRING);
  private static final Response.Instrumented INSTRUMENTED = new Response.Instrumented(List.of(), 0);
  private static final Failure EXIT = Failures.failure(FailureKind.EXIT, "exit");

  @TempDir Path directory;
  private SharedMemory memory;

  @BeforeEach
  void create() throws Exception {
    memory = SharedMemory.create(directory.resolve("memory"));
  }

  @AfterEach
  void close() throws Exception {
    memory.close();
  }

  @Test
  void whatAWorkerJvmSaidBeforeItEndedAnswersTheNextCall() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[7, \"left\"]\n"));

    Answer answer =
        client.fuzz(new Task.Fuzz(entry("[1, \"x\"]"), 100, 0, 1), new byte[0], List.of());

    assertThat(answer.failure()).isEqualTo(EXIT);
    assertThat(answer.input()).asString().isEqualTo("[7, \"left\"]\n");
    assertThat(answer.isEnding()).isTrue();
    assertThat(client.fuzz(new Task.Fuzz(entry("[1, \"x\"]"), 100, 0, 1), new byte[0], List.of()))
        .satisfies(next -> assertThat(next.response()).isNull());
  }

  @Test
  void anEntryThatFailsAfterItsWarmUpIsKnownAgain() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[1, \"x\"]\n"));

    // Only of one that has run: the first.
    Answer answer = client.warmUp(warmUp("[ 1 , \"x\" ]", "[2, \"y\"]"));

    assertThat(answer.failure()).isEqualTo(EXIT);
    assertThat(answer.index()).isZero();
  }

  @Test
  void noEntryIsTakenForTheInputOfAnEarlierCall() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[3, \"z\"]\n"));

    Answer answer = client.warmUp(warmUp("[1, \"x\"]", "[2, \"y\"]"));

    assertThat(answer.index()).isEqualTo(2);
    assertThat(answer.input()).asString().isEqualTo("[3, \"z\"]\n");
  }

  @Test
  void whatFailedWhileNothingRanHasNoInput() throws Exception {
    WorkerClient client =
        clientOfOneThatEnds(new Response.Fuzzed(INSTRUMENTED, null, 0, EXIT, 0, true));

    Answer answer =
        client.fuzz(new Task.Fuzz(entry("[1, \"x\"]"), 100, 0, 1), new byte[0], List.of());

    assertThat(answer.response()).isNull();
    assertThat(answer.failure()).isNull();
  }

  private static Response late(String input) {
    return new Response.Late(
        INSTRUMENTED, null, EXIT, new InputForms(TYPED).toMemory(input.getBytes(UTF_8)), true);
  }

  private WorkerClient clientOfOneThatEnds(Response lastWords) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("socket"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      SocketChannel near = SocketChannel.open(address);
      WorkerComm comm = new WorkerComm(near, cause -> ended.countDown());
      try (WorkerComm worker = new WorkerComm(server.accept(), cause -> {})) {
        worker.send(lastWords);
      }
      ended.await();
      return new WorkerClient(
          comm,
          memory,
          new InputReplay(TYPED, 100, Dictionary.EMPTY),
          new CallSettings(TYPED, 1, 1000));
    }
  }

  private static Task.WarmUp warmUp(String... contents) {
    return new Task.WarmUp(List.of(contents).stream().map(WorkerClientTest::entry).toList(), 2);
  }

  private static CorpusEntry entry(String content) {
    return CorpusEntry.inMemory(content.getBytes(UTF_8));
  }
}
