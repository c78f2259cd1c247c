package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.coverage.ClassProbes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeRegistryTest {
  private final ProbeRegistry registry = new ProbeRegistry(10);

  @Test
  void classesAreNumberedOneAfterTheOther() {
    assertThat(registry.register("A", 1, 3)).isZero();
    assertThat(registry.register("B", 1, 4)).isEqualTo(3);
    assertThat(registry.used()).isEqualTo(7);
  }

  @Test
  void aClassLoadedTwiceKeepsItsNumbers() {
    registry.register("A", 1, 3);
    registry.register("B", 1, 4);

    assertThat(registry.register("A", 1, 3)).isZero();
    assertThat(registry.used()).isEqualTo(7);
    assertThat(registry.drainNew()).hasSize(2);
  }

  @Test
  void anotherClassOfTheSameNameHasNumbersOfItsOwn() {
    registry.register("A", 1, 3);

    assertThat(registry.register("A", 2, 3)).isEqualTo(3);
  }

  @Test
  void eachClassIsAnnouncedOnce() {
    registry.register("A", 1, 3);
    registry.register("B", 2, 4);

    assertThat(registry.drainNew())
        .containsExactly(new ClassProbes("A", 1, 0, 3), new ClassProbes("B", 2, 3, 4));
    registry.register("C", 3, 1);
    assertThat(registry.drainNew()).containsExactly(new ClassProbes("C", 3, 7, 1));
    assertThat(registry.drainNew()).isEmpty();
  }

  @Test
  void aClassThatDoesNotFitTakesNoRoom() {
    registry.register("A", 1, 8);

    assertThatIllegalStateException().isThrownBy(() -> registry.register("B", 1, 3));
    assertThat(registry.used()).isEqualTo(8);
    assertThat(registry.register("C", 1, 2)).isEqualTo(8);
    assertThat(registry.drainNew()).extracting(ClassProbes::className).containsExactly("A", "C");
  }

  @Test
  void featuresAreNumberedAndAnnouncedAsClassesAre() {
    ProbeRegistry large = new ProbeRegistry(100);
    large.register("A", 1, 3);

    assertThat(large.registerFeatures("of:7", 5)).isEqualTo(3);
    assertThat(large.registerFeatures("of:7", 5)).isEqualTo(3);
    assertThat(large.used()).isEqualTo(8);
    assertThat(large.drainNew())
        .containsExactly(new ClassProbes("A", 1, 0, 3), new ClassProbes("of:7", 0, 3, 5));
  }

  @Test
  void featuresLeaveMostOfTheRoomToClasses() {
    ProbeRegistry large = new ProbeRegistry(100);

    assertThat(large.registerFeatures("1", 10)).isZero();
    assertThat(large.registerFeatures("2", 3)).isEqualTo(-1);
    assertThat(large.registerFeatures("3", 2)).isEqualTo(10);
    assertThat(large.register("A", 1, 88)).isEqualTo(12);
  }

  @Test
  void theRegistryOfTheJvmHasRoomForAllCounters() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ProbeRegistry.ofThisJvm().register("TooLarge", 1, Counters.CAPACITY + 1));
  }

  @Test
  void threadsGetNumbersThatDoNotOverlap() {
    ProbeRegistry shared = new ProbeRegistry(1_000_000);

    IntStream.range(0, 2000).parallel().forEach(i -> shared.register("C" + i % 1000, 1, i % 1000));

    List<ClassProbes> classes = new ArrayList<>(shared.drainNew());
    classes.sort(Comparator.comparingInt(ClassProbes::first).thenComparing(ClassProbes::count));
    int next = 0;
    for (ClassProbes probes : classes) {
      assertThat(probes.first()).isEqualTo(next);
      next += probes.count();
    }
    assertThat(shared.used()).isEqualTo(next);
    assertThat(classes).hasSize(1000);
  }
}
