package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.agent.ProbeRegistry;
import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.probe.NumberedProbes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalCoverageTest {
  private static final int PROBES = 1001;

  private final ProbeRegistry registry = NumberedProbes.registry(PROBES);
  private final LocalCoverage coverage = new LocalCoverage(registry);

  @BeforeEach
  @AfterEach
  void clearCounters() {
    Arrays.fill(Counters.HITS, (byte) 0);
  }

  @Test
  void everyRunBeginsWithoutHitsWhetherTheLastOneWasLookedAtOrNot() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      coverage.reset();
      assertThat(hits()).containsOnly(0);
      for (int hits = random.nextInt(50); hits > 0; hits--) {
        Counters.HITS[random.nextInt(PROBES)]++;
      }
      switch (random.nextInt(4)) {
        case 0 -> coverage.take();
        case 1 -> coverage.hasNew();
        case 2 -> {
          coverage.hasNew();
          coverage.take();
        }
        default -> {}
      }
    }
  }

  @Test
  void whatTwoRunsHaveReachedIsNotNewForTheNext() {
    coverage.reset();
    Counters.HITS[1000] = 5;
    assertThat(coverage.hasNew()).isTrue();
    coverage.take();
    coverage.reset();
    Counters.HITS[1000] = 5;
    SparseBits fresh = coverage.confirm();
    assertThat(fresh.probes()).containsExactly(1000);
    assertThat(fresh.bits()).containsExactly(4);
    coverage.reset();
    Counters.HITS[1000] = 7;

    assertThat(coverage.hasNew()).isFalse();
  }

  @Test
  void somethingNewComesWithAllThatTheInputHasReached() {
    reachTwice(1000);
    coverage.confirm();

    reachTwice(64, 1000);

    assertThat(coverage.confirm().probes()).containsExactly(64, 1000);
  }

  private void reachTwice(int... probes) {
    for (int run = 0; run < 2; run++) {
      coverage.reset();
      for (int probe : probes) {
        Counters.HITS[probe] = 1;
      }
      if (run == 0) {
        coverage.take();
      }
    }
  }

  @Test
  void whatDoesNotRepeatIsNotNew() {
    coverage.reset();
    Counters.HITS[64] = 1;
    assertThat(coverage.hasNew()).isTrue();
    coverage.take();
    coverage.reset();

    assertThat(coverage.confirm()).isNull();
  }

  @Test
  void classesMayBeLoadedBetweenARunAndTheNextThingThatIsDoneWithIt() {
    coverage.reset();
    Counters.HITS[1000] = 1;
    coverage.take();

    NumberedProbes.addClass(registry, 50_000);

    assertThat(coverage.confirm().probes()).containsExactly(1000);
    assertThat(coverage.hasNew()).isFalse();
  }

  private static byte[] hits() {
    return Arrays.copyOf(Counters.HITS, PROBES + 64);
  }
}
