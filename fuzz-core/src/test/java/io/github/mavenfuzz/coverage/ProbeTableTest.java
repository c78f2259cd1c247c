package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTableTest {
  private final ProbeTable table = new ProbeTable();

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
