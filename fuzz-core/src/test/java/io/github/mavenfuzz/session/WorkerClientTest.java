package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.session.WorkerClient.CallSettings;
import io.github.mavenfuzz.slot.InputForms;
import io.github.mavenfuzz.type.LeafKind;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
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
  private WorkerClient.Gone gone;

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

    perform(client, fuzz());

    assertThat(gone.words()).isEqualTo(EXIT);
    assertThat(gone.last().input()).asString().isEqualTo("[7, \"left\"]\n");
    assertThat(gone.last().earlier()).isTrue();
    perform(client, fuzz());
    assertThat(gone.words()).isNull();
  }

  @Test
  void anEntryThatFailsAfterItsWarmUpIsKnownAgain() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[1, \"x\"]\n"));

    // Only of one that has run: the first.
    perform(client, warmUp("[ 1 , \"x\" ]", "[2, \"y\"]"));

    assertThat(gone.words()).isEqualTo(EXIT);
    assertThat(gone.last().entry()).isZero();
    assertThat(gone.last().earlier()).isFalse();
  }

  @Test
  void noEntryIsTakenForTheInputOfAnEarlierCall() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[3, \"z\"]\n"));

    perform(client, warmUp("[1, \"x\"]", "[2, \"y\"]"));

    assertThat(gone.last().entry()).isNull();
    assertThat(gone.last().earlier()).isTrue();
    assertThat(gone.last().input()).asString().isEqualTo("[3, \"z\"]\n");
  }

  @Test
  void whatFailedWhileNothingRanHasNoInput() throws Exception {
    WorkerClient client = clientOfOneThatEnds(lastWords(new Response.Failed(null, EXIT, false)));

    perform(client, fuzz());

    assertThat(gone.words()).isNull();
    assertThat(gone.account().runs()).isZero();
  }

  @Test
  void anInputThatIsTooLongForTheMemoryMakesItGrow() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[7, \"left\"]\n"));
    int before = memory.valueCapacity();

    perform(client, warmUp("[1, \"" + "x".repeat(before) + "\"]"));

    assertThat(memory.valueCapacity()).isEqualTo(2 * before);
  }

  @Test
  void aMemoryThatCannotGrowSinceItsFileIsGoneIsGivenUp() throws Exception {
    WorkerClient client = clientOfOneThatEnds(late("[7, \"left\"]\n"));
    Files.delete(memory.file());

    perform(client, warmUp("[1, \"" + "x".repeat(memory.valueCapacity()) + "\"]"));

    assertThat(gone.account().runs()).isZero();
    assertThat(memory.isUsable()).isFalse();
  }

  private void perform(WorkerClient client, Task task) throws Exception {
    client.perform(task, new byte[0], List.of());
  }

  private static Task.Fuzz fuzz() {
    Task.Batch batch = new Task.Batch(List.of(entry("[1, \"x\"]")), List.of(1));
    return new Task.Fuzz(batch, Dictionary.EMPTY, new Call.Slice(100, 0), 1);
  }

  private static Response late(String input) {
    byte[] form = new InputForms(TYPED).toMemory(input.getBytes(UTF_8));
    return lastWords(new Response.Failed(form, EXIT, true));
  }

  private static Response lastWords(Response.Failed failed) {
    return new Response.ExitReport(new Response.Outcome(INSTRUMENTED, null, failed, true));
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
          new CallSender(comm, memory, 1000), memory, new Jvm(), new CallSettings(TYPED, 100, 1));
    }
  }

  /** Takes note of what it is told. */
  private final class Jvm implements WorkerClient.JvmReports {
    @Override
    public Evidence evidence(boolean ending) {
      return Evidence.NONE;
    }

    @Override
    public TaskResult.Died died(WorkerClient.Gone how) {
      gone = how;
      return new TaskResult.Died(
          how.account(), how.last(), how.words(), null, Evidence.NONE, how.found());
    }
  }

  private static Task.WarmUp warmUp(String... contents) {
    return new Task.WarmUp(List.of(contents).stream().map(WorkerClientTest::entry).toList(), 2);
  }

  private static CorpusEntry entry(String content) {
    return CorpusEntry.inMemory(content.getBytes(UTF_8));
  }
}
