package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The translation between the numbers of worker JVMs and those of a run. */
class WorkerProbesTest {
  private final ProbeTable table = new ProbeTable();
  private final WorkerProbes one = new WorkerProbes(table);
  private final WorkerProbes two = new WorkerProbes(table);

  @Test
  void workersThatLoadClassesInDifferentOrderSeeEqualProbes() {
    one.add(List.of(probes("A", 1, 0, 2), probes("B", 1, 2, 3)));
    two.add(List.of(probes("B", 1, 0, 3), probes("A", 1, 3, 2)));

    byte[] fromOne = one.toGlobal(new byte[] {1, 2, 4, 8, 16});
    byte[] fromTwo = two.toGlobal(new byte[] {4, 8, 16, 1, 2});

    assertThat(fromOne).isEqualTo(fromTwo);
    assertThat(two.toLocal(fromOne)).containsExactly(4, 8, 16, 1, 2);
    assertThat(table.total()).isEqualTo(5);
  }

  @Test
  void theSameClassNameWithOtherBytesIsAnotherClass() {
    one.add(List.of(probes("A", 1, 0, 2)));
    two.add(List.of(probes("A", 2, 0, 2)));

    assertThat(table.total()).isEqualTo(4);
    assertThat(two.toLocal(one.toGlobal(new byte[] {1, 1}))).containsExactly(0, 0);
  }

  @Test
  void aClassWithoutProbesChangesNothing() {
    one.add(List.of(probes("A", 1, 0, 0), probes("B", 1, 0, 1)));

    assertThat(one.used()).isEqualTo(1);
    assertThat(one.toGlobal(new byte[] {4})).containsExactly(4);
  }

  @Test
  void classesThatAreLoadedLateGetTheNextNumbers() {
    one.add(List.of(probes("A", 1, 0, 1)));
    byte[] early = one.toGlobal(new byte[] {1});
    table.merge(early);
    two.add(List.of(probes("Late", 1, 0, 2)));
    one.add(List.of(probes("Late", 1, 1, 2)));

    assertThat(one.used()).isEqualTo(3);
    assertThat(one.localMask()).containsExactly(1, 0, 0);
    assertThat(one.toLocal(early)).as("bits from before the class was known").hasSize(3);
    table.merge(two.toGlobal(new byte[] {2, 4}));
    assertThat(one.localMask()).containsExactly(1, 2, 4);
  }

  @Test
  void aWorkerMaySendFewerBitsThanItHasAnnouncedProbes() {
    one.add(List.of(probes("A", 1, 0, 2), probes("B", 1, 2, 2)));

    assertThat(one.toGlobal(new byte[] {1, 2, 4})).containsExactly(1, 2, 4, 0);
    assertThat(one.toGlobal(new byte[] {1})).containsExactly(1, 0, 0, 0);
    assertThat(one.toGlobal(new byte[0])).containsExactly(0, 0, 0, 0);
  }

  @Test
  void whatAnotherWorkerHasReachedIsInTheMaskOfEveryWorkerThatKnowsTheClass() {
    one.add(List.of(probes("A", 1, 0, 1), probes("B", 1, 1, 1)));
    two.add(List.of(probes("B", 1, 0, 1)));

    table.merge(one.toGlobal(new byte[] {1, 2}));

    assertThat(two.localMask()).containsExactly(2);
  }

  @Test
  void onlyBitsThatNoRunHasReachedAreNew() {
    one.add(List.of(probes("A", 1, 0, 3)));
    assertThat(table.newBits(new byte[] {1, 0, 2})).containsExactly(1, 0, 2);

    table.merge(new byte[] {1, 0, 2});

    assertThat(table.newBits(new byte[] {1, 0, 2})).isNull();
    assertThat(table.newBits(new byte[] {3, 0, 2})).containsExactly(2, 0, 0);
    assertThat(table.newBits(new byte[0])).isNull();
  }

  @Test
  void aProbeIsCoveredOnceWhateverItsBits() {
    one.add(List.of(probes("A", 1, 0, 3)));

    table.merge(new byte[] {1, 0, 0});
    table.merge(new byte[] {2, 0, (byte) 0x80});

    assertThat(table.covered()).isEqualTo(2);
    assertThat(table.total()).isEqualTo(3);
  }

  @Test
  void theTableGrowsWithItsClassesAndKeepsTheMask() {
    one.add(List.of(probes("A", 1, 0, 1)));
    table.merge(new byte[] {1});

    one.add(List.of(probes("Huge", 1, 1, 100_000)));

    assertThat(table.total()).isEqualTo(100_001);
    assertThat(table.newBits(one.toGlobal(new byte[100_001]))).isNull();
    assertThat(one.localMask()).hasSize(100_001).startsWith(1, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void bitsOfKnownProbesSurviveTheWayToTheRunAndBack(long seed) {
    Random random = new Random(seed);
    List<ClassProbes> classes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      classes.add(probes("C" + random.nextInt(40), random.nextInt(2), 0, i % 7));
    }
    List<ClassProbes> distinct = withoutRepetition(classes);
    List<WorkerProbes> workers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Collections.shuffle(distinct, random);
      WorkerProbes worker = new WorkerProbes(table);
      worker.add(numbered(distinct.subList(0, random.nextInt(distinct.size()))));
      workers.add(worker);
    }

    for (WorkerProbes worker : workers) {
      byte[] bits = new byte[worker.used()];
      random.nextBytes(bits);
      assertThat(worker.toLocal(worker.toGlobal(bits))).isEqualTo(bits);
    }
  }

  private static List<ClassProbes> withoutRepetition(List<ClassProbes> classes) {
    List<ClassProbes> distinct = new ArrayList<>();
    for (ClassProbes candidate : classes) {
      if (distinct.stream()
          .noneMatch(
              c -> c.className().equals(candidate.className()) && c.crc() == candidate.crc())) {
        distinct.add(candidate);
      }
    }
    return distinct;
  }

  private static List<ClassProbes> numbered(List<ClassProbes> classes) {
    List<ClassProbes> numbered = new ArrayList<>();
    int next = 0;
    for (ClassProbes c : classes) {
      numbered.add(probes(c.className(), c.crc(), next, c.count()));
      next += c.count();
    }
    return numbered;
  }

  private static ClassProbes probes(String className, long crc, int first, int count) {
    return new ClassProbes(className, crc, first, count);
  }
}
