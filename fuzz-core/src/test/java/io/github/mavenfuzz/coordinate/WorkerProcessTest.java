package io.github.mavenfuzz.coordinate;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How worker JVMs start and end. */
@Timeout(value = 2, unit = MINUTES)
class WorkerProcessTest {
  private static final FuzzTarget TARGET = TestRuns.target("tenBranches", LeafKind.BYTES);
  private static final long LONG_MILLIS = 60_000;

  @TempDir Path directory;
  private PrivateDirectory privateDirectory;
  private RunSettings settings;
  private WorkerFiles files;

  @BeforeEach
  void prepare() throws Exception {
    settings = new TestRuns(directory).settings();
    privateDirectory = new PrivateDirectory();
    files =
        new WorkerFiles(
            privateDirectory, "worker-0", privateDirectory.writeBootJar(), TARGET, 100, 100);
  }

  @AfterEach
  void close() {
    privateDirectory.close();
  }

  @Test
  void aWorkerJvmConnectsAnswersAndEndsByItselfWithItsConnection() throws Exception {
    List<Long> before = children();
    try (WorkerLink link = new WorkerLink(settings, files)) {
      WorkerProcess process = link.launch();
      WorkerComm comm = process.connect(LONG_MILLIS);
      comm.send(new Call.Ping());
      Response.Pong pong = (Response.Pong) comm.receive(Response.class, LONG_MILLIS).orElseThrow();
      assertThat(pong.error()).isNull();
      assertThat(pong.instrumented().classes().stream().map(c -> c.className()))
          .contains(TARGET.className());
      assertThat(settings.results()).isEmptyDirectory();
      assertThat(process.peakMemory()).isGreaterThan(1 << 20);

      process.disconnect();
      while (!before.containsAll(children())) {
        Thread.onSpinWait();
      }
      assertThat(process.stop(() -> {})).isEqualTo(ExitCodes.STOPPED);
      assertThat(process.output()).isEmpty();
    }
  }

  @Test
  void aWorkerJvmThatRefusesItsArgumentsIsAnErrorWithItsOutput() throws Exception {
    RunSettings refused = with(jvm(settings.jvm().java(), "-XX:+NoSuchThing"));
    try (WorkerLink link = new WorkerLink(refused, files)) {
      WorkerProcess process = link.launch();

      assertThatExceptionOfType(FuzzException.class)
          .isThrownBy(() -> process.connect(LONG_MILLIS))
          .withMessageStartingWith(
              "The worker JVM for " + TARGET.id() + " did not start, exit code 1; its output was:")
          .withMessageContaining("NoSuchThing");
    }
  }

  @Test
  void aMissingLauncherIsAnError() throws Exception {
    RunSettings refused = with(jvm(directory.resolve("no-java")));
    try (WorkerLink link = new WorkerLink(refused, files)) {
      assertThatExceptionOfType(FuzzException.class)
          .isThrownBy(link::launch)
          .withMessageStartingWith("No worker JVM can be started: ");
    }
  }

  /** Before the process is there, while it starts, while it loads the target, while it waits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 50, 150, 400, 1000})
  void aWorkerCanBeStoppedAtAnyTime(int afterMillis) throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Worker worker = new Worker(Worker.Role.FUZZ, settings, files, events::add);
    Thread thread = new Thread(worker);
    List<Long> before = children();
    thread.start();

    LockSupport.parkNanos(afterMillis * 1_000_000L);
    worker.stopNow();
    thread.join();

    List<Event> told = new ArrayList<>(events);
    assertThat(told).last().isInstanceOf(Event.Stopped.class);
    assertThat(told).noneMatch(e -> e instanceof Event.Failed);
    assertThat(children()).isSubsetOf(before);
    assertThat(privateDirectory.file("worker-0.memory")).doesNotExist();
  }

  @Test
  void aWorkerWhoseJvmDiesWhileItWaitsStartsAnotherForTheSameTask() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Worker worker = new Worker(Worker.Role.FUZZ, settings, files, events::add);
    Thread thread = new Thread(worker);
    List<Long> before = children();
    thread.start();
    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Ready.class, r -> assertThat(r.started()).isNotNull());
    ProcessHandle.current()
        .descendants()
        .filter(p -> !before.contains(p.pid()))
        .forEach(ProcessHandle::destroyForcibly);
    Task task = new Task.Fuzz(CorpusEntry.inMemory(new byte[0]), true, 0, 2, 0);

    worker.assign(task, new byte[0], List.of());

    assertThat(events.take()).isEqualTo(new Event.NotRun(worker, task));
    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Ready.class, r -> assertThat(r.started()).isNotNull());
    worker.assign(task, new byte[0], List.of());
    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Done.class, d -> assertThat(d.result().runs()).isEqualTo(2));
    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Ready.class, r -> assertThat(r.started()).isNull());
    worker.stop();
    thread.join();
    assertThat(events.take()).isEqualTo(new Event.Stopped(worker, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain|\"plain\"",
        "``|\"\"",
        "two words|\"two words\"",
        "a\"b|\"a\\\"b\"",
        "C:\\x|\"C:\\\\x\"",
        "it's #1|\"it's #1\"",
        "`a\nb\tc`|`\"a\\nb\\tc\"`"
      })
  void anArgumentIsQuotedForAnArgumentFile(String argument, String quoted) {
    assertThat(WorkerProcess.quote(argument)).isEqualTo(quoted);
  }

  private JvmSettings jvm(Path java, String... arguments) {
    JvmSettings jvm = settings.jvm();
    return new JvmSettings(
        java,
        Arrays.asList(arguments),
        jvm.classPath(),
        Map.of(),
        Map.of(),
        jvm.workingDirectory());
  }

  private RunSettings with(JvmSettings jvm) {
    return new RunSettings(
        settings.limits(),
        settings.workers(),
        settings.seed(),
        settings.timeout(),
        settings.mutation(),
        settings.includes(),
        settings.excludes(),
        settings.targetArguments(),
        settings.engine(),
        jvm,
        settings.results());
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }
}
