package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthLimitTest {
  private static void pass(GrowthLimit limit, int slices) {
    for (int i = 0; i < slices; i++) {
      limit.sliceDone(0);
    }
  }

  @Test
  void inputsAreShortAtFirst() {
    assertThat(new GrowthLimit(0, 1 << 16).current()).isEqualTo(64);
  }

  @Test
  void aSeedMayBeAsLongAsItIs() {
    assertThat(new GrowthLimit(5_000, 1 << 16).current()).isEqualTo(5_000);
  }

  @Test
  void theLimitOfTheUserCountsBeforeAll() {
    GrowthLimit limit = new GrowthLimit(5_000, 40);
    assertThat(limit.current()).isEqualTo(40);

    pass(limit, 100);

    assertThat(limit.current()).isEqualTo(40);
  }

  @Test
  void inputsGrowWhileNothingIsFound() {
    GrowthLimit limit = new GrowthLimit(0, 1 << 16);

    pass(limit, 24);
    assertThat(limit.current()).isBetween(4_000, 6_000);

    pass(limit, 100);
    assertThat(limit.current()).isEqualTo(1 << 16);
  }

  @Test
  void inputsThatBringSomethingDoNotGrow() {
    GrowthLimit limit = new GrowthLimit(0, 1 << 16);

    limit.sliceDone(3);

    assertThat(limit.current()).isEqualTo(64);
  }
}
