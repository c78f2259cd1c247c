package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.CrashLog;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmProcess;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.process.JvmSettings;
import io.github.mavenfuzz.process.PrivateDirectory;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  private WorkerSetup setup;
  private WorkerFiles files;

  /** What the worker of a test tells. */
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  @BeforeEach
  void prepare() throws Exception {
    setup = new TestRuns(directory).setup();
    privateDirectory = new PrivateDirectory();
    files = WorkerFiles.prepare(privateDirectory, "worker-0", TARGET, 100);
  }

  @AfterEach
  void close() {
    privateDirectory.close();
  }

  @Test
  void aWorkerJvmConnectsAnswersAndEndsByItselfWithItsConnection() throws Exception {
    List<Long> before = children();
    try (WorkerLink link = new WorkerLink(setup, files)) {
      JvmProcess process = link.launch(JvmPurpose.FUZZ);
      WorkerComm comm = process.connect(LONG_MILLIS);
      comm.send(new Call.Ping());
      Response.Pong pong = (Response.Pong) comm.receive(Response.class, LONG_MILLIS).orElseThrow();
      assertThat(pong.preparation().error()).isNull();
      assertThat(pong.instrumented().classes().stream().map(c -> c.className()))
          .contains(TARGET.className());
      assertThat(setup.jvms().crashLogs()).isEmptyDirectory();
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
    WorkerSetup refused = TestRuns.with(setup, jvm(setup.jvms().jvm().java(), "-XX:+NoSuchThing"));
    try (WorkerLink link = new WorkerLink(refused, files)) {
      JvmProcess process = link.launch(JvmPurpose.FUZZ);

      assertThatExceptionOfType(FuzzException.class)
          .isThrownBy(() -> process.connect(LONG_MILLIS))
          .withMessageStartingWith(
              "The worker JVM for " + TARGET.id() + " did not start, exit code 1; its output was:")
          .withMessageContaining("NoSuchThing");
    }
  }

  @Test
  void aMissingLauncherIsAnError() throws Exception {
    WorkerSetup refused = TestRuns.with(setup, jvm(directory.resolve("no-java")));
    try (WorkerLink link = new WorkerLink(refused, files)) {
      assertThatExceptionOfType(FuzzException.class)
          .isThrownBy(() -> link.launch(JvmPurpose.FUZZ))
          .withMessageStartingWith("No worker JVM can be started: ");
    }
  }

  /** Before the process is there, while it starts, while it loads the target, while it waits. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 50, 150, 400, 1000})
  void aWorkerCanBeStoppedAtAnyTime(int afterMillis) throws Exception {
    Worker worker = worker(setup);
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
    Worker worker = worker(setup);
    Thread thread = new Thread(worker);
    List<Long> before = children();
    thread.start();
    assertThat(events.take()).isInstanceOf(Event.Started.class);
    assertThat(events.take()).isInstanceOf(Event.Ready.class);
    ProcessHandle.current()
        .descendants()
        .filter(p -> !before.contains(p.pid()))
        .forEach(ProcessHandle::destroyForcibly);
    Task task = new Task.WarmUp(List.of(CorpusEntry.inMemory(new byte[0])), 2);

    worker.assign(task, new byte[0], List.of());

    assertThat(events.take()).isEqualTo(new Event.NotRun(worker, task));
    assertThat(events.take()).isInstanceOf(Event.Started.class);
    assertThat(events.take()).isInstanceOf(Event.Ready.class);
    worker.assign(task, new byte[0], List.of());
    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Done.class, d -> assertThat(d.result().runs()).isEqualTo(2));
    assertThat(events.take()).isInstanceOf(Event.Ready.class);
    worker.stop();
    thread.join();
    assertThat(events.take()).isEqualTo(new Event.Stopped(worker, 0));
  }

  /** A fresh JVM has another numbering of probes, and fewer of them. */
  @Test
  void aConfirmationHasNoUseForCoverage() throws Exception {
    Worker worker = worker(setup);
    Thread thread = start(worker);
    assertThat(events.take()).isInstanceOf(Event.Started.class);
    assertThat(events.take()).isInstanceOf(Event.Ready.class);
    Failure failure = Failures.failure("one");
    CorpusEntry entry = CorpusEntry.inMemory(new byte[0]);

    worker.assign(new Task.Confirm(entry, failure), new byte[100_000], List.of());

    assertThat(events.take())
        .isInstanceOfSatisfying(Event.Done.class, d -> assertThat(d.result().runs()).isEqualTo(1));
    worker.stopNow();
    thread.join();
  }

  /** As the memory killer does it, when the machine has too little for a moment. */
  @Test
  void aJvmThatIsKilledWhileItStartsIsStartedAgain() throws Exception {
    Path java = launcher("[ $(wc -l < starts) -gt 3 ] || kill -9 $$");
    Worker worker = worker(TestRuns.with(setup, jvm(java, "-Xmx256m")));
    Thread thread = start(worker);

    assertThat(events.take()).isInstanceOf(Event.Started.class);

    assertThat(directory.resolve("starts")).content().hasLineCount(4);
    worker.stop();
    thread.join();
  }

  @Test
  void aJvmThatCannotHaveTheDebuggersPortStartsWithoutTheDebugger() throws Exception {
    Path java =
        launcher(
            """
            if grep -q agentlib:jdwp "${1#@}"
            then
              echo 'ERROR: transport error 202: bind failed: Address already in use'
              exit 2
            fi
            """);
    String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005";
    WorkerSetup run = TestRuns.with(setup, jvm(java, "-Xmx256m", debugger));
    Worker worker = worker(run);
    Thread thread = start(worker);

    assertThat(events.take())
        .isInstanceOfSatisfying(
            Event.Warning.class,
            w -> assertThat(w.message()).startsWith("A debugger's port serves one JVM only"));
    assertThat(events.take()).isInstanceOf(Event.Started.class);

    worker.stop();
    thread.join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR: transport error 202: bind failed: Address already in use|address=0",
        "Error occurred during initialization of boot layer|fuzz.useModulePath"
      })
  void aJvmThatSaysLittleIsExplained(String output, String hint) throws Exception {
    Path java = launcher("echo '" + output + "'; exit 1");
    try (WorkerLink link = new WorkerLink(TestRuns.with(setup, jvm(java)), files)) {
      JvmProcess process = link.launch(JvmPurpose.FUZZ);

      assertThatExceptionOfType(FuzzException.class)
          .isThrownBy(() -> process.connect(LONG_MILLIS))
          .withMessageContaining(output)
          .withMessageContaining(hint);
    }
  }

  /** As one of another make, or of a later version. */
  @Test
  void aJvmThatDoesNotKnowAFlagOfTheEnginesIsStartedWithoutIt() throws Exception {
    Path java =
        launcher(
            """
            if grep -q LoopStripMiningIter= "${1#@}"
            then
              echo "Unrecognized VM option 'LoopStripMiningIter=1000'"
              exit 1
            fi
            """);
    Worker worker = worker(TestRuns.with(setup, jvm(java, "-Xmx256m")));
    Thread thread = start(worker);

    assertThat(events.take()).isInstanceOf(Event.Started.class);

    assertThat(directory.resolve("starts")).content().hasLineCount(2);
    worker.stop();
    thread.join();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kill -9 $$|101|137 (SIGKILL)",
        "kill -15 $$|101|143 (SIGTERM)",
        "kill -11 $$|1|139 (SIGSEGV)",
        "exit 3|1|3"
      })
  void aJvmThatNeverStartsIsAnErrorThatNamesItsEnd(String script, int starts, String exit)
      throws Exception {
    Path java = launcher(script);

    worker(TestRuns.with(setup, jvm(java))).run();

    assertThat(events.take())
        .isInstanceOfSatisfying(
            Event.Failed.class,
            failed ->
                assertThat(failed.error())
                    .isInstanceOf(FuzzException.class)
                    .hasMessage(
                        "The worker JVM for %s did not start, exit code %s; its output was:\n",
                        TARGET.id(), exit));
    assertThat(directory.resolve("starts")).content().hasLineCount(starts);
  }

  private Worker worker(WorkerSetup run) {
    return new Worker(Worker.Role.FUZZ, run, 0, files, events::add);
  }

  private static Thread start(Worker worker) {
    Thread thread = new Thread(worker);
    thread.start();
    return thread;
  }

  /** A shell script that becomes the JVM, unless the given one ends it before. */
  private Path launcher(String script) throws Exception {
    Path java = directory.resolve("java.sh");
    Files.writeString(
        java,
        "#!/bin/sh\necho start >> starts\n"
            + script
            + "\nexec "
            + setup.jvms().jvm().java()
            + " \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    return java;
  }

  /** As where the disk is full. */
  @ParameterizedTest
  @CsvSource({"1, SIGSEGV", "134, SIGSEGV", "3,", "137,"})
  void aCrashWithoutAFileIsKnownByWhatTheJvmPrints(int exitCode, String name) throws Exception {
    Path java =
        launcher(
            """
            echo '# A fatal error has been detected by the Java Runtime Environment:'
            echo '#'
            echo '#  SIGSEGV (0xb) at pc=0x00007f9be00d430c, pid=25536, tid=25537'
            exit %d
            """
                .formatted(exitCode));
    try (WorkerLink link = new WorkerLink(TestRuns.with(setup, jvm(java)), files)) {
      JvmProcess process = link.launch(JvmPurpose.FUZZ);
      process.awaitEnd();
      process.stop(() -> {});

      CrashLog crashLog = process.crashLog();

      assertThat(crashLog == null ? null : crashLog.name()).isEqualTo(name);
    }
  }

  private JvmSettings jvm(Path java, String... arguments) {
    JvmSettings jvm = setup.jvms().jvm();
    return new JvmSettings(
        java,
        Arrays.asList(arguments),
        jvm.classPath(),
        Map.of(),
        Map.of(),
        jvm.workingDirectory());
  }

  private static List<Long> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }
}
