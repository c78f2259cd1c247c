package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.traced;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.SampleTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target that compares each of six numbers, until one is wrong. */
class ChainsTest {
  private static final List<Integer> WANTED = List.of(1111, 2222, 3333, 4444, 5555, 6666);
  private static final List<Integer> GIVEN = List.of(10, 20, 30, 40, 50, 60);

  private static TracedRun run(MutableInput input) {
    List<Traced> comparisons = new ArrayList<>();
    List<?> numbers = (List<?>) input.arguments()[0];
    for (int i = 0; numbers != null && i < numbers.size() && i < WANTED.size(); i++) {
      long number = (Integer) numbers.get(i);
      comparisons.add(Sample.open(1, Relation.NUMBERS, number, (long) WANTED.get(i)));
      if (number != WANTED.get(i)) {
        return Sample.run(comparisons);
      }
    }
    comparisons.add(traced(2, Relation.NUMBERS, 0L, 1L));
    return Sample.run(comparisons);
  }

  private static MutableInput numbers(List<Integer> numbers) {
    return Sample.of(SampleTypes.list(LeafType.of(LeafKind.INT), 0, Integer.MAX_VALUE), numbers);
  }

  @Test
  void meetsOneComparisonAfterTheOther() {
    MutableInput input = numbers(GIVEN);

    List<Hint> hints = new Chains(ChainsTest::run).follow(input, run(input));

    assertThat(Sample.outcomes(input, hints))
        .containsExactly(
            List.of(1111, 2222, 30, 40, 50, 60),
            List.of(1111, 2222, 3333, 40, 50, 60),
            List.of(1111, 2222, 3333, 4444, 50, 60),
            List.of(1111, 2222, 3333, 4444, 5555, 60),
            List.of(1111, 2222, 3333, 4444, 5555, 6666));
  }

  @Test
  void leavesTheInputAsItIs() {
    MutableInput input = numbers(GIVEN);

    new Chains(ChainsTest::run).follow(input, run(input));

    assertThat(Sample.first(input)).isEqualTo(GIVEN);
  }

  @Test
  void stopsWhenNoFurtherRunIsToBeMade() {
    MutableInput input = numbers(GIVEN);
    int[] runs = {0};
    VariedRuns few = varied -> runs[0]++ < 2 ? run(varied) : null;

    assertThat(Sample.outcomes(input, new Chains(few).follow(input, run(input))))
        .containsExactly(List.of(1111, 2222, 30, 40, 50, 60));
    assertThat(runs[0]).isEqualTo(3);
  }

  @Test
  void followsNothingThatIsEqualByChance() {
    MutableInput input = Sample.of(InputShape.of(LeafKind.INT), 7);
    List<Traced> small = List.of(traced(1, Relation.NUMBERS, 7L, 8L));

    assertThat(new Chains(varied -> Sample.run(small)).follow(input, Sample.run(small))).isEmpty();
  }

  @Test
  void beginsWithAllThatWasMissing() {
    LeafType number = LeafType.of(LeafKind.INT);
    NullableType type = new NullableType(SampleTypes.list(number, 2, 2), false);
    MutableInput input = new MutableInput(new InputShape(List.of(type)), 100);
    input.load(Arrays.asList((Object) null));

    List<Hint> hints = new Chains(ChainsTest::run).follow(input, run(input));

    assertThat(Sample.outcomes(input, hints)).contains(List.of(1111, 0), List.of(1111, 2222));
  }
}
