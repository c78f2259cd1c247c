package io.github.mavenfuzz.process;

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

/** A shell stands for the worker JVM. */
@Timeout(value = 1, unit = MINUTES)
class StrayProcessesTest {
  private final StrayProcesses strays = new StrayProcesses();
  private final List<ProcessHandle> started = new ArrayList<>();

  /** Runs a script, and returns the processes whose numbers it prints, one a line. */
  private Process run(String script, boolean marked) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
    if (marked) {
      strays.mark(builder.environment());
    }
    return builder.start();
  }

  private ProcessHandle printed(Process process) throws Exception {
    BufferedReader out = process.inputReader();
    ProcessHandle handle = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
    started.add(handle);
    return handle;
  }

  @AfterEach
  void clean() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endWhenTheJvmHasDiedByItself() throws Exception {
    Process jvm = run("sh -c 'sleep 1000 >&- & echo $!' & wait; kill -9 $$", true);
    ProcessHandle grandchild = printed(jvm);
    jvm.waitFor();
    strays.look(jvm);

    strays.end();

    grandchild.onExit().get();
  }

  @Test
  void endWithTheJvmAlsoWithoutTheirEnvironment() throws Exception {
    Process jvm = run("env -i sleep 1000 & echo $!; wait", true);
    ProcessHandle child = printed(jvm);
    strays.look(jvm);
    jvm.destroyForcibly().waitFor();

    strays.end();

    child.onExit().get();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endWhileTheyStartOthers() throws Exception {
    Process jvm = run("sh -c 'while sleep 0.001; do sleep 1000.125 & done' >&- & echo $!", true);
    ProcessHandle forking = printed(jvm);
    jvm.waitFor();

    strays.end();

    forking.onExit().get();
    assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
        .noneMatch(line -> line.endsWith("sleep 1000.125"));
  }

  @Test
  void areNeverThoseOfAnybodyElse() throws Exception {
    Process other = run("echo $$; exec sleep 1000", false);
    ProcessHandle stranger = printed(other);
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "echo $$; exec sleep 1000");
    new StrayProcesses().mark(builder.environment());
    ProcessHandle ofAnotherWorker = printed(builder.start());

    strays.end();

    assertThat(stranger.isAlive()).isTrue();
    assertThat(ofAnotherWorker.isAlive()).isTrue();
  }
}
