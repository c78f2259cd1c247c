package io.github.mavenfuzz.coordinate;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shell stands for the worker JVM where it can, and this JVM for the threads. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 1, unit = MINUTES)
class WorkerWearTest {
  private final StrayProcesses strays = new StrayProcesses();
  private final List<Thread> threads = new ArrayList<>();
  private Process process;

  /** Runs a script that prints a line once it is done and waits. */
  private LinuxProcess run(String script) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script + "; echo; read");
    strays.mark(builder.environment());
    process = builder.start();
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEmpty();
    return new LinuxProcess(process.pid());
  }

  @AfterEach
  void end() throws Exception {
    threads.forEach(Thread::interrupt);
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
    strays.end();
  }

  @ParameterizedTest
  @CsvSource({"40, false", "60, true"})
  void comesFromOpenFiles(int files, boolean worn) throws Exception {
    LinuxProcess shell =
        run("ulimit -n 100; for i in {1.." + files + "}; do exec {fd}</dev/null; done");

    assertThat(shell.maxOpenFiles()).isEqualTo(100);
    assertThat(shell.openFiles()).isGreaterThanOrEqualTo(files);
    assertThat(new WorkerWear(shell, strays).isWornNow()).isEqualTo(worn);
  }

  @ParameterizedTest
  @CsvSource({"50, false", "51, true"})
  void comesFromProcesses(int processes, boolean worn) throws Exception {
    LinuxProcess shell = run("for i in {1.." + processes + "}; do sleep 1000 & done");

    assertThat(new WorkerWear(shell, strays).isWornNow()).isEqualTo(worn);
  }

  @Test
  void comesFromThreadsBeyondThoseThatThereWereAtFirst() throws Exception {
    LinuxProcess jvm = new LinuxProcess(ProcessHandle.current().pid());
    WorkerWear wear = new WorkerWear(jvm, strays);
    startThreads(300);
    wear.begin();
    startThreads(400);
    assertThat(jvm.threads()).isGreaterThan(700);
    assertThat(wear.isWornNow()).isFalse();

    startThreads(200);

    assertThat(wear.isWornNow()).isTrue();
    assertThat(wear.isWorn()).as("within the first second").isFalse();
  }

  private void startThreads(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  MINUTES.sleep(10);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  @Test
  void isNoneOfAProcessThatIsGone() throws Exception {
    LinuxProcess shell = run("true");
    process.destroyForcibly().waitFor();

    assertThat(shell.threads()).isZero();
    assertThat(shell.openFiles()).isZero();
    assertThat(shell.maxOpenFiles()).isZero();
    assertThat(shell.peakMemory()).isZero();
    assertThat(shell.isStopped()).isFalse();
    assertThat(new WorkerWear(shell, strays).isWornNow()).isFalse();
  }

  @Test
  void aStoppedProcessIsKnown() throws Exception {
    LinuxProcess shell = run("true");
    assertThat(shell.isStopped()).isFalse();

    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();

    while (!shell.isStopped()) {
      Thread.onSpinWait();
    }
  }
}
