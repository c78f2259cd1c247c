package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTableTest {
  private final ProbeTable table = new ProbeTable();

  @Test
  void aClassOfWhichThereAreEverNewVersionsHasAnEndOfProbes() {
    for (int crc = 0; crc < 100; crc++) {
      table.firstProbe(new ClassProbes("a.Redefined", crc, 0, 3));
    }
    int settled = table.total();
    int known = table.firstProbe(new ClassProbes("a.Redefined", 7, 0, 3));
    int shared = table.firstProbe(new ClassProbes("a.Redefined", 1000, 0, 3));

    assertThat(known).isEqualTo(21);
    assertThat(shared).isLessThanOrEqualTo(settled - 3);
    assertThat(table.total()).isEqualTo(settled).isLessThan(300);
  }

  @Test
  void aLargerVersionThanAllGetsProbesAllTheSame() {
    for (int crc = 0; crc < 100; crc++) {
      table.firstProbe(new ClassProbes("a.Redefined", crc, 0, 3));
    }
    int before = table.total();

    assertThat(table.firstProbe(new ClassProbes("a.Redefined", 100, 0, 5))).isEqualTo(before);
    assertThat(table.firstProbe(new ClassProbes("a.Redefined", 101, 0, 9))).isEqualTo(before);
    assertThat(table.total()).isEqualTo(before + 10);
  }

  @Test
  void knowsWhetherAnythingButOneClassWasReached() {
    table.firstProbe(new ClassProbes("a.MyTest", 1, 0, 2));
    table.firstProbe(new ClassProbes("a.MyTest$Inner", 1, 0, 1));
    table.firstProbe(new ClassProbes("a.MyTester", 1, 0, 1));

    table.merge(new byte[] {1, 1, 1, 0});
    assertThat(table.hasCoverageBeyond("a.MyTest")).isFalse();

    table.merge(new byte[] {0, 0, 0, 1});
    assertThat(table.hasCoverageBeyond("a.MyTest")).isTrue();
  }

  @Test
  void countsProbesAndTheMagnitudesOfTheirHits() {
    table.merge(new byte[] {1, 0, (byte) 0x80});
    assertThat(table.covered()).isEqualTo(2);
    assertThat(table.features()).isEqualTo(2);

    table.merge(new byte[] {3, 0, (byte) 0x80});
    assertThat(table.covered()).isEqualTo(2);
    assertThat(table.features()).isEqualTo(3);

    table.merge(new byte[] {0, 4, 0});
    assertThat(table.covered()).isEqualTo(3);
    assertThat(table.features()).isEqualTo(4);
  }
}
