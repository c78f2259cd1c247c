package io.github.mavenfuzz.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
class JvmWearTest {
  private final StrayProcesses strays = new StrayProcesses();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private Process process;
  private BufferedReader out;

  /** Runs a script that prints a line once it is done and waits. */
  private LinuxProcess run(String script) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script + "; echo; read");
    strays.mark(builder.environment());
    process = builder.start();
    out = process.inputReader();
    assertThat(out.readLine()).isEmpty();
    return new LinuxProcess(process.pid());
  }

  /** Once a second everything is looked at. */
  private boolean isWorn(JvmWear wear) {
    now.addAndGet(SECONDS.toNanos(1));
    return wear.isWorn();
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
    JvmWear wear = new JvmWear(shell, strays, now::get);
    wear.begin();
    assertThat(isWorn(wear)).isEqualTo(worn);
  }

  @ParameterizedTest
  @CsvSource({"50, false", "51, true"})
  void comesFromProcesses(int processes, boolean worn) throws Exception {
    LinuxProcess shell = run("for i in {1.." + processes + "}; do sleep 1000 & done");
    while (strays.count() < processes) {
      Thread.onSpinWait(); // until they have an environment
    }

    assertThat(isWorn(new JvmWear(shell, strays, now::get))).isEqualTo(worn);
  }

  /** To look for them takes a while, on which the worker JVM would wait. */
  @ParameterizedTest
  @CsvSource({"0, 10", "1, 1"})
  void processesAreLookedForSeldomWhereThereWereNone(int processes, int seconds) throws Exception {
    LinuxProcess shell =
        run(
            "for ((i = 0; i < %d; i++)); do sleep 1000 & done; echo; read; %s"
                .formatted(processes, "for i in {1..60}; do sleep 1000 & done"));
    JvmWear wear = new JvmWear(shell, strays, now::get);
    wear.begin();
    assertThat(isWorn(wear)).isFalse();
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    assertThat(out.readLine()).isEmpty();

    int looks = 1;
    while (!isWorn(wear)) {
      looks++;
    }

    assertThat(looks).isEqualTo(seconds);
  }

  @Test
  void comesFromThreadsBeyondThoseThatThereWereAtFirst() throws Exception {
    LinuxProcess jvm = new LinuxProcess(ProcessHandle.current().pid());
    JvmWear wear = new JvmWear(jvm, strays, now::get);
    startThreads(300);
    wear.begin();
    startThreads(400);
    assertThat(jvm.threads()).isGreaterThan(700);
    assertThat(isWorn(wear)).isFalse();

    startThreads(200);

    assertThat(wear.isWorn()).as("at once").isFalse();
    now.addAndGet(MILLISECONDS.toNanos(50));
    assertThat(wear.isWorn()).isTrue();
    assertThat(wear.isWorn()).as("at once").isFalse();
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
    assertThat(isWorn(new JvmWear(shell, strays, now::get))).isFalse();
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
