package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashLogFileTest {
  private static final FileTime STARTED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime BEFORE = FileTime.from(Instant.parse("2025-12-31T23:59:59Z"));
  private static final String CRASH = "#  SIGSEGV (0xb) at pc=0x00, pid=7, tid=7\n";

  @TempDir Path directory;

  private CrashLogFile file(long pid) {
    return new CrashLogFile(directory, pid, STARTED);
  }

  @Test
  void isWhereTheJvmWritesIt() throws Exception {
    Files.writeString(directory.resolve("hs_err_pid7.log"), CRASH);

    assertThat(file(7).read().name()).isEqualTo("SIGSEGV");
    assertThat(file(8).read()).isNull();
  }

  @Test
  void isNotThatOfAnEarlierProcessWithTheSameNumber() throws Exception {
    Path file = Files.writeString(directory.resolve("hs_err_pid7.log"), CRASH);
    Files.setLastModifiedTime(file, BEFORE);

    assertThat(file(7).read()).isNull();
  }

  @Test
  void isReadInPartHoweverLongItIs() throws Exception {
    Files.writeString(directory.resolve("hs_err_pid7.log"), CRASH + "x".repeat(3 << 20));

    assertThat(file(7).read().name()).isEqualTo("SIGSEGV");
  }

  @Test
  void thoseOfOneCauseReplaceOneAnother() throws Exception {
    Path kept = null;
    for (int pid = 1; pid <= 3; pid++) {
      Files.writeString(directory.resolve("hs_err_pid" + pid + ".log"), CRASH + pid);
      kept = file(pid).keep("a.B#c", "28aa93ca419e");
    }

    assertThat(kept)
        .isEqualTo(directory.resolve("hs_err_a.B_c_28aa93ca419e.log"))
        .hasContent(CRASH + 3);
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void neverLeavesTheDirectoryWhateverTheTargetIsCalled() throws Exception {
    Files.writeString(directory.resolve("hs_err_pid1.log"), CRASH);

    Path kept = file(1).keep("../../a/" + "名前".repeat(500), "SIGSEGV");

    assertThat(kept).exists();
    assertThat(kept.getParent()).isEqualTo(directory);
  }
}
