package io.github.mavenfuzz.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mavenfuzz.boot.Counters;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedMemoryTest {
  private static final int CAPACITY = 1 << 18;
  private static final int HEADER = 128;
  private static final int VALUE_LENGTH = 40;
  private static final int VALUE_CAPACITY = 48;
  private static final int FOUND = 72;

  @TempDir Path directory;
  private Path file;
  private SharedMemory coordinator;
  private SharedMemory worker;

  @BeforeEach
  void map() throws IOException {
    file = directory.resolve("memory");
    coordinator = SharedMemory.create(file);
    worker = SharedMemory.open(file);
  }

  @AfterEach
  void close() throws IOException {
    worker.close();
    coordinator.close();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(worker.value()).isEmpty();
    assertThat(worker.count()).isZero();
    assertThat(worker.chain()).isZero();
    assertThat(worker.haltReason()).isEqualTo(HaltReason.NONE);
  }

  @Test
  void knowsItsFileAndCapacityOnBothSides() {
    assertThat(worker.file()).isEqualTo(coordinator.file()).isEqualTo(file);
    assertThat(worker.valueCapacity()).isEqualTo(coordinator.valueCapacity()).isEqualTo(CAPACITY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, CAPACITY - 1, CAPACITY})
  void passesAValueBothWays(int length) {
    byte[] value = random(length);
    coordinator.setValue(value);
    assertThat(worker.value()).isEqualTo(value);

    byte[] back = random(length);
    worker.setValue(back);
    assertThat(coordinator.value()).isEqualTo(back);
  }

  @Test
  void refusesAValueThatIsTooLongAndKeepsTheOneBefore() {
    coordinator.setValue(new byte[] {1, 2});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> coordinator.setValue(new byte[CAPACITY + 1]))
        .withMessage("an input of 262145 bytes exceeds the shared memory's 262144");

    assertThat(worker.value()).containsExactly(1, 2);
  }

  @Test
  void takesAPartOfAnArray() {
    worker.setValue(new byte[] {1, 2, 3, 4}, 3);

    assertThat(coordinator.value()).containsExactly(1, 2, 3);
  }

  @Test
  void hasNoValueWhileOneIsWritten() throws IOException {
    coordinator.setValue(new byte[] {1, 2});

    overwrite(VALUE_LENGTH, -1);

    assertThat(coordinator.value()).isNull();
  }

  @Test
  void whatWasFoundLiesBehindTheValue() {
    coordinator.setValue(new byte[] {1, 2});
    assertThat(coordinator.found()).isEmpty();

    int next = worker.addFound(2, new byte[] {3});
    int end = worker.addFound(next, new byte[] {4, 5, 6});

    assertThat(coordinator.found()).containsExactly(new byte[] {3}, new byte[] {4, 5, 6});
    assertThat(coordinator.value()).containsExactly(1, 2);
    assertThat(worker.addFound(end, new byte[CAPACITY - end - 3])).as("no room").isEqualTo(end);
    assertThat(worker.addFound(end, new byte[CAPACITY - end - 4])).isEqualTo(CAPACITY);
    coordinator.clearFound();
    assertThat(coordinator.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 1L << 40})
  void nothingIsFoundBehindTheEnd(long count) throws IOException {
    coordinator.setValue(new byte[CAPACITY - 10]);
    worker.addFound(CAPACITY - 10, new byte[] {3});

    overwrite(FOUND, count);

    assertThatIllegalStateException().isThrownBy(() -> coordinator.found());
  }

  @Test
  void growsByNeedAndTheWorkerFollows() throws IOException {
    coordinator.growTo(CAPACITY);
    assertThat(coordinator.valueCapacity()).isEqualTo(CAPACITY);
    worker.writeCoverage(new byte[] {7}, 1);
    worker.beginRun(3, 2);
    byte[] value = random(5 * CAPACITY);

    coordinator.growTo(value.length);
    coordinator.setValue(value);
    worker.followGrowth();

    assertThat(worker.value()).isEqualTo(value);
    assertThat(worker.valueCapacity()).isEqualTo(coordinator.valueCapacity());
    assertThat(coordinator.count()).isEqualTo(3);
    assertThat(coordinator.isUsable()).isTrue();
    byte[] bits = new byte[1];
    coordinator.readCoverage(bits, 1);
    assertThat(bits).containsExactly(7);
    worker.setValue(new byte[] {1});
    assertThat(coordinator.value()).containsExactly(1);
  }

  @Test
  void growsByTwiceItsLengthAtLeast() throws IOException {
    coordinator.growTo(CAPACITY + 1);

    assertThat(coordinator.valueCapacity()).isEqualTo(2 * CAPACITY);
    assertThat(Files.size(file)).isEqualTo(coordinator.size());
  }

  @Test
  void aWorkerJvmThatStartsLaterMapsAllOfIt() throws IOException {
    coordinator.growTo(CAPACITY + 1);

    assertThat(SharedMemory.open(file).valueCapacity()).isEqualTo(2 * CAPACITY);
  }

  @Test
  void neverGrowsBeyondAGibibyte() {
    assertThatIOException()
        .isThrownBy(() -> coordinator.growTo((1L << 30) + 1))
        .withMessage("an input of 1073741825 bytes is too long");
    assertThat(coordinator.valueCapacity()).isEqualTo(CAPACITY);
  }

  @Test
  void cannotGrowOnceTheTargetHasDeletedIt() throws IOException {
    Files.delete(file);

    assertThatIOException().isThrownBy(() -> coordinator.growTo(2 * CAPACITY));
    assertThat(coordinator.isUsable()).isFalse();
  }

  @Test
  void theWorkerJvmFollowsNoCapacityThatIsNotThere() throws IOException {
    overwrite(VALUE_CAPACITY, 1 << 29);

    assertThatIllegalStateException()
        .isThrownBy(() -> worker.followGrowth())
        .withMessage(file + " was cut short");
  }

  @Test
  void anInterruptDoesNotKeepTheWorkerJvmFromFollowing() throws IOException {
    coordinator.growTo(CAPACITY + 1);
    Thread.currentThread().interrupt();

    worker.followGrowth();

    assertThat(worker.valueCapacity()).isEqualTo(2 * CAPACITY);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void saysWhatIsRunning() {
    worker.beginChain(7, Long.MIN_VALUE, -1);
    worker.beginRun(Long.MAX_VALUE, 5);

    assertThat(coordinator.index()).isEqualTo(7);
    assertThat(coordinator.randomState()).isEqualTo(Long.MIN_VALUE);
    assertThat(coordinator.randomIncrement()).isEqualTo(-1);
    assertThat(coordinator.count()).isEqualTo(Long.MAX_VALUE);
    assertThat(coordinator.chain()).isEqualTo(5);

    coordinator.setCount(0);
    assertThat(worker.count()).isZero();
    assertThat(worker.chain()).isEqualTo(5);
  }

  @Test
  void aNewChainHasNoMutationsYetAndLeavesTheCount() {
    worker.beginRun(9, 5);
    worker.beginChain(0, 1, 3);

    assertThat(coordinator.chain()).isZero();
    assertThat(coordinator.count()).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhyTheWorkerJvmHalted(HaltReason reason) {
    worker.setHaltReason(reason);

    assertThat(coordinator.haltReason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, Counters.CAPACITY})
  void passesCoverageAndLeavesTheValueAlone(int length) {
    byte[] value = random(CAPACITY);
    byte[] bits = random(length);
    coordinator.setValue(value);
    worker.writeCoverage(bits, length);

    byte[] read = new byte[length];
    coordinator.readCoverage(read, length);

    assertThat(read).isEqualTo(bits);
    assertThat(coordinator.value()).isEqualTo(value);
  }

  @Test
  void readsCoverageIntoTheBeginningOfALongerArray() {
    worker.writeCoverage(new byte[] {1, 2, 3}, 2);
    byte[] read = {9, 9, 9, 9};

    coordinator.readCoverage(read, 3);

    assertThat(read).containsExactly(1, 2, 0, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Counters.CAPACITY + 1})
  void refusesCoverageOfImpossibleLength(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.writeCoverage(new byte[Counters.CAPACITY + 1], length));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.readCoverage(new byte[Counters.CAPACITY + 1], length));
  }

  @Test
  void everythingOutlivesAMappingOfTheWorker() throws IOException {
    worker.setValue(new byte[] {5});
    worker.beginRun(3, 2);
    worker.close();
    worker = SharedMemory.open(file);

    assertThat(worker.value()).containsExactly(5);
    assertThat(worker.count()).isEqualTo(3);
  }

  @Test
  void onlyTheCoordinatorDeletesTheFile() throws IOException {
    worker.close();
    assertThat(file).exists();

    coordinator.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void neverTakesAFileThatIsThereAlready() {
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SharedMemory.create(file));
  }

  @Test
  void belongsToItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  /** A page that has no room on the disk when it is written ends the JVM that writes it. */
  @ParameterizedTest
  @ValueSource(ints = {0, CAPACITY, 5_000_001})
  void hasItsRoomOnTheDiskFromTheBeginning(int length) throws Exception {
    coordinator.growTo(length);

    assertThat(Files.size(file)).isEqualTo(coordinator.size());
    assertThat(diskSpace(file)).isGreaterThanOrEqualTo(coordinator.size());
  }

  private static long diskSpace(Path file) throws Exception {
    Process du = new ProcessBuilder("du", "-k", file.toString()).start();
    try (BufferedReader out = du.inputReader()) {
      return Long.parseLong(out.readLine().split("\\s")[0]) * 1024;
    }
  }

  @Test
  void cannotBeCreatedWhereThereIsNoDirectory() {
    Path missing = directory.resolve("missing").resolve("memory");

    assertThatIOException().isThrownBy(() -> SharedMemory.create(missing));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, HEADER, HEADER + Counters.CAPACITY - 1})
  void refusesAFileThatIsTooShort(long length) throws IOException {
    truncate(length);

    assertThatIOException()
        .isThrownBy(() -> SharedMemory.open(file))
        .withMessage(file + " is too short for a shared memory of this version");
  }

  @ParameterizedTest
  @CsvSource({"0, another magic number or version", "48, another capacity"})
  void refusesAFileWithAnother(int offset, String what) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.read(one, offset);
      one.putLong(0, one.getLong(0) + 1).flip();
      channel.write(one, offset);
    }

    assertThatIOException()
        .as(what)
        .isThrownBy(() -> SharedMemory.open(file))
        .withMessage(file + " is not a shared memory of this version");
  }

  @Test
  void refusesAFileOfAnotherSize() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), channel.size());
    }

    assertThatIOException()
        .isThrownBy(() -> SharedMemory.open(file))
        .withMessageContaining("is not a shared memory of this version");
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, CAPACITY + 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void neverReadsPastTheCapacity(long length) throws IOException {
    overwrite(VALUE_LENGTH, length);

    assertThatIllegalStateException()
        .isThrownBy(() -> coordinator.value())
        .withMessage("shared memory holds a value of length " + length);
  }

  /** A target can write to any part of it. */
  @ParameterizedTest
  @CsvSource({"0, 1", "48, 1", "56, 99", "56, -1"})
  void knowsWhenItsHeaderWasOverwritten(int offset, long value) throws IOException {
    assertThat(coordinator.haltReason()).isEqualTo(HaltReason.NONE);

    overwrite(offset, value);

    assertThat(coordinator.haltReason()).isEqualTo(HaltReason.UNREADABLE);
  }

  @Test
  void isUsableUntilItIsChangedDeletedOrGivenUp() throws IOException {
    assertThat(coordinator.isUsable()).isTrue();
    coordinator.giveUp();
    assertThat(coordinator.isUsable()).isFalse();
    assertThat(coordinator.haltReason()).isEqualTo(HaltReason.UNREADABLE);

    Path other = directory.resolve("other");
    try (SharedMemory memory = SharedMemory.create(other)) {
      try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
      assertThat(memory.isUsable()).isFalse();
      assertThat(memory.haltReason()).isEqualTo(HaltReason.UNREADABLE);
      Files.delete(other);
      assertThat(memory.isUsable()).isFalse();
    }
  }

  private void overwrite(int offset, long number) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(one.putLong(number).flip(), offset);
    }
  }

  private void truncate(long length) throws IOException {
    Path shorter = directory.resolve("shorter");
    try (FileChannel from = FileChannel.open(file);
        FileChannel to =
            FileChannel.open(shorter, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      from.transferTo(0, length, to);
    }
    file = shorter;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
