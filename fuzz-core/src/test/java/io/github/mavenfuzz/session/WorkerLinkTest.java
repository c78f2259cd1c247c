package io.github.mavenfuzz.session;

import static java.util.Map.entry;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.JvmProcess;
import io.github.mavenfuzz.process.JvmPurpose;
import io.github.mavenfuzz.process.PrivateDirectory;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What outlives a worker JVM, and what becomes of it when a target deletes it. */
@Timeout(value = 2, unit = MINUTES)
class WorkerLinkTest {
  private static final long LONG_MILLIS = 60_000;

  @TempDir Path directory;
  private PrivateDirectory privateDirectory;
  private Path path;
  private WorkerLink link;

  @BeforeEach
  void prepare() throws Exception {
    privateDirectory = new PrivateDirectory();
    path = privateDirectory.file("x").getParent();
    link = new WorkerLink(new TestRuns(directory).setup(), files());
  }

  private WorkerFiles files() throws Exception {
    return WorkerFiles.prepare(
        privateDirectory, "worker-0", TestRuns.target("tenBranches", LeafKind.BYTES), 100);
  }

  @AfterEach
  void close() {
    link.close();
    privateDirectory.close();
  }

  @Test
  void allFilesBelongToTheirOwnerOnly() throws Exception {
    startAndEnd(JvmPurpose.FUZZ);

    Map<Path, String> permissions = new TreeMap<>();
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.toList()) {
        permissions.put(
            path.relativize(file),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    assertThat(permissions)
        .isEqualTo(
            Map.ofEntries(
                entry(Path.of(""), "rwx------"),
                entry(Path.of(".lock-" + ProcessHandle.current().pid()), "rw-------"),
                entry(Path.of("boot.jar"), "rw-------"),
                entry(Path.of("worker-0.args"), "rw-------"),
                entry(Path.of("worker-0-last.args"), "rw-------"),
                entry(Path.of("worker-0.memory"), "rw-------"),
                entry(Path.of("worker-0.settings"), "rw-------"),
                entry(Path.of("worker-0.socket"), "rw-------"),
                entry(Path.of("worker-0-hasty.args"), "rw-------"),
                entry(Path.of("worker-0-hasty-last.args"), "rw-------"),
                entry(Path.of("worker-0-hasty.settings"), "rw-------"),
                entry(Path.of("worker-0-plain.args"), "rw-------"),
                entry(Path.of("worker-0-plain-last.args"), "rw-------"),
                entry(Path.of("worker-0-plain.settings"), "rw-------"),
                entry(Path.of("worker-0-repeat.args"), "rw-------"),
                entry(Path.of("worker-0-repeat-last.args"), "rw-------"),
                entry(Path.of("worker-0-repeat.settings"), "rw-------"),
                entry(Path.of("worker-0-trace.args"), "rw-------"),
                entry(Path.of("worker-0-trace-last.args"), "rw-------"),
                entry(Path.of("worker-0-trace.settings"), "rw-------")));
  }

  /** On a full disk it could not. */
  @ParameterizedTest
  @EnumSource
  void anotherJvmStartsWithoutAByteWritten(JvmPurpose purpose) throws Exception {
    startAndEnd(JvmPurpose.FUZZ);
    Map<Path, Object> before = filesOf();
    SharedMemory memory = link.memory();

    startAndEnd(purpose);

    assertThat(filesOf()).isEqualTo(before);
    assertThat(link.memory()).isSameAs(memory);
  }

  private Map<Path, Object> filesOf() throws IOException {
    Map<Path, Object> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(path)) {
      for (Path file : all.filter(f -> !f.toString().endsWith(".memory")).toList()) {
        files.put(file, Files.readAttributes(file, "lastModifiedTime,size,fileKey"));
      }
    }
    return files;
  }

  @Test
  void aDirectoryThatWasDeletedIsMadeAnewWithAllThatIsInIt() throws Exception {
    startAndEnd(JvmPurpose.FUZZ);
    SharedMemory before = link.memory();
    before.setHaltReason(HaltReason.DEADLINE);
    before.setValue(new byte[] {1, 2});
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    startAndEnd(JvmPurpose.FUZZ);

    assertThat(link.memory()).isNotSameAs(before);
    assertThat(link.memory().file()).isEqualTo(before.file());
    assertThat(link.memory().value()).isEmpty();
    assertThat(before.value()).containsExactly(1, 2);
    allFilesBelongToTheirOwnerOnly();
  }

  @Test
  void aFileThatWasChangedIsWrittenAnew() throws Exception {
    startAndEnd(JvmPurpose.FUZZ);
    assertThat(link.isComplete(JvmPurpose.FUZZ)).isTrue();
    Files.writeString(path.resolve("worker-0.settings"), "nonsense");
    Files.delete(path.resolve("worker-0.args"));
    assertThat(link.isComplete(JvmPurpose.FUZZ)).isFalse();
    Files.write(path.resolve("boot.jar"), new byte[0]);

    startAndEnd(JvmPurpose.FUZZ);
    assertThat(link.isComplete(JvmPurpose.FUZZ)).isTrue();
  }

  @Test
  void nothingIsTrustedThatSomebodyPutInThePlaceOfTheDirectory() throws Exception {
    Path elsewhere = Files.move(path, directory.resolve("elsewhere"));
    Files.createSymbolicLink(path, elsewhere);

    assertThatExceptionOfType(FuzzException.class)
        .isThrownBy(() -> link.launch(JvmPurpose.FUZZ))
        .withMessageContaining(path + " was replaced by what is not private");

    Files.delete(path);
    assertThat(path).doesNotExist();
    assertThat(Files.exists(elsewhere, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void whatCannotBeMadeIsOneSentenceWithTheWayOut() throws Exception {
    assertThatExceptionOfType(FuzzException.class)
        .isThrownBy(() -> new WorkerLink(new TestRuns(directory).setup(), files()))
        .withMessageStartingWith("The files that connect a worker JVM cannot be made in " + path)
        .withMessageContaining("they need 3 MiB for each worker")
        .withMessageEndingWith("set java.io.tmpdir to another directory.");
  }

  private void startAndEnd(JvmPurpose purpose) throws Exception {
    JvmProcess process = link.launch(purpose);
    WorkerComm comm = process.connect(LONG_MILLIS);
    comm.send(new Call.Ping());
    Response.Pong pong = (Response.Pong) comm.receive(Response.class, LONG_MILLIS).orElseThrow();
    assertThat(pong.preparation().error()).isNull();
    assertThat(process.stop(() -> {})).isEqualTo(ExitCodes.STOPPED);
  }
}
