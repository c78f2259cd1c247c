package io.github.mavenfuzz.mutate;

import static io.github.mavenfuzz.type.SampleTypes.bounded;
import static io.github.mavenfuzz.type.SampleTypes.list;
import static io.github.mavenfuzz.type.SampleTypes.record;
import static io.github.mavenfuzz.type.SampleTypes.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TreeMutatorTest {
  private static final int MAX_LENGTH = 10_000;
  private static final int NO_MAX = Integer.MAX_VALUE;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType BOOLEAN = LeafType.of(LeafKind.BOOLEAN);
  private static final ValueType COLOR =
      new EnumType("com.example.Color", List.of("RED", "GREEN", "BLUE"));

  static Stream<Arguments> wholeRanges() {
    return Stream.of(
        arguments(COLOR, 3),
        arguments(new ChoiceType(LeafType.of(LeafKind.INT), List.of("1", "5")), 2),
        arguments(new NullableType(COLOR, false), 4),
        arguments(bounded(LeafKind.INT, -3, 100), 104),
        arguments(bounded(LeafKind.LONG, Long.MAX_VALUE - 2, Long.MAX_VALUE), 3),
        arguments(bounded(LeafKind.CHAR, 'a', 'z'), 26),
        arguments(bounded(LeafKind.BYTE, 5, 5), 1),
        arguments(bounded(LeafKind.BYTES, 0, 1), 257),
        arguments(new JdkType(JdkClass.MONTH_DAY), 366),
        arguments(record(BOOLEAN, COLOR), 6),
        arguments(set(BOOLEAN, 0, NO_MAX), 5), // in each order
        arguments(set(BOOLEAN, 2, 2), 2),
        arguments(list(BOOLEAN, 1, 2), 6),
        arguments(new MapType("Ljava/util/Map;", BOOLEAN, BOOLEAN, 1, 1), 4));
  }

  @ParameterizedTest
  @MethodSource("wholeRanges")
  void reachesEveryValueOfASmallRangeAndNoOther(ValueType type, int count) {
    MutableInput input = input(type);
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    Set<Object> reached = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      reached.add(comparable(input.values().get(0)));
      mutator.mutate(input);
    }
    assertThat(reached).hasSize(count);
  }

  static Stream<Arguments> sights() {
    return Stream.of(
        sight(bounded(LeafKind.INT, 1000, 1_000_000), v -> v.equals(1000)),
        sight(bounded(LeafKind.INT, 1000, 1_000_000), v -> v.equals(1_000_000)),
        sight(bounded(LeafKind.INT, 1000, 1_000_000), v -> v.equals(65536)),
        sight(real(LeafKind.DOUBLE, 0, 1, false), v -> v.equals(1d)),
        sight(real(LeafKind.DOUBLE, 0, 1, false), v -> (double) v > 0.4 && (double) v < 0.6),
        sight(real(LeafKind.DOUBLE, 0, 1, true), v -> Double.isNaN((double) v)),
        sight(
            real(LeafKind.FLOAT, 1, Double.POSITIVE_INFINITY, false),
            v -> v.equals(Float.POSITIVE_INFINITY)),
        sight(
            real(LeafKind.FLOAT, 1, Double.POSITIVE_INFINITY, false),
            v -> v.equals(Float.MAX_VALUE)),
        sight(list(INT, 0, NO_MAX), v -> ((List<?>) v).size() > 20),
        sight(list(INT, 0, NO_MAX), v -> new HashSet<>((List<?>) v).size() < ((List<?>) v).size()),
        sight(new JdkType(JdkClass.LOCAL_DATE), LocalDate.MAX::equals),
        sight(new JdkType(JdkClass.BIG_DECIMAL), v -> ((BigDecimal) v).scale() > 3),
        sight(new JdkType(JdkClass.MONTH_DAY), MonthDay.of(2, 29)::equals));
  }

  @ParameterizedTest
  @MethodSource("sights")
  void meetsWhatIsInteresting(ValueType type, Predicate<Object> sight) {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = input(type);
    boolean met = false;
    for (int i = 0; i < 50_000 && !met; i++) {
      mutator.mutate(input);
      met = sight.test(input.values().get(0));
    }
    assertThat(met).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Bounds.Alphabet.class,
      names = {"ASCII", "URL_SEGMENT"})
  void stringsStayInTheirAlphabetAndUseAllOfIt(Bounds.Alphabet alphabet) {
    LeafType type = new LeafType(LeafKind.STRING, false, Bounds.NONE.withAlphabet(alphabet));
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput input = new MutableInput(new InputShape(List.of(type)), 50);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      mutator.mutate(input);
      ((String) input.values().get(0)).chars().forEach(seen::add);
    }
    assertThat(seen)
        .isEqualTo(
            IntStream.range(0, 256).filter(alphabet::contains).boxed().collect(Collectors.toSet()));
  }

  @Test
  void setsOfManyValuesKeepTheirMinimumOfDifferentElements() {
    MutableInput input = input(set(INT, 3, 6));
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    for (int i = 0; i < 20_000; i++) {
      mutator.mutate(input);
      List<?> elements = (List<?>) input.values().get(0);
      assertThat(elements).hasSizeBetween(3, 6).doesNotHaveDuplicates();
    }
  }

  static Stream<Arguments> fullSets() {
    ValueType digit = bounded(LeafKind.INT, 0, 9);
    return Stream.of(
        arguments(set(digit, 10, 10), 10),
        arguments(set(digit, 9, 10), 9),
        arguments(set(new NullableType(BOOLEAN, false), 3, 3), 3),
        arguments(set(record(BOOLEAN, COLOR), 6, 6), 6),
        arguments(set(list(BOOLEAN, 1, 2), 6, 6), 6),
        arguments(set(BOOLEAN, 3, 9), 2),
        arguments(new MapType("Ljava/util/Map;", bounded(LeafKind.INT, 0, 6), INT, 6, 9), 6));
  }

  @ParameterizedTest
  @MethodSource("fullSets")
  void setsOfAsManyElementsAsThereAreValuesKeepThem(ValueType type, int least) {
    MutableInput input = input(type);
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    Set<Object> reached = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      List<?> elements = (List<?>) input.values().get(0);
      List<?> keys =
          type instanceof MapType
              ? elements.stream().map(e -> ((List<?>) e).get(0)).toList()
              : elements;
      assertThat(new HashSet<>(keys)).hasSizeGreaterThanOrEqualTo(least).hasSameSizeAs(keys);
      reached.add(elements);
      mutator.mutate(input);
    }
    assertThat(reached).hasSizeGreaterThan(1);
  }

  @Test
  void equalElementsOfASeedCountOnceWhenOthersAreTakenAway() {
    MutableInput input = input(set(INT, 2, 9));
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    for (int i = 0; i < 20_000; i++) {
      input.load(List.of(List.of(1, 1, 1, 2)));
      mutator.mutate(input);
      mutator.mutate(input);
      assertThat(new HashSet<>((List<?>) input.values().get(0))).hasSizeGreaterThan(1);
    }
  }

  @Test
  void anElementTakesTheRoomOfTheOneThatItReplaces() {
    MutableInput input = new MutableInput(shape(list(list(BOOLEAN, 10, 10), 1, 1)), 704);
    TreeMutator tree = tree(new PcgRandom(1, 1));
    tree.mutate(input.slot(0), 704);
    assertThat(input.slot(0).weight()).isEqualTo(704);
    assertThat(tree.renew((SequenceSlot) input.slot(0), 0)).isTrue();
  }

  @Test
  void whatCouldNotBeInsertedTakesNoRoom() {
    MutableInput input = input(set(BOOLEAN, 2, 3));
    TreeMutator tree = tree(new PcgRandom(1, 1));
    SequenceSlot set = (SequenceSlot) input.slot(0);
    tree.mutate(set, set.weight() + SequenceSlot.ELEMENT_WEIGHT);
    assertThat(tree.insertNew(set, 0)).isFalse();
    assertThat(tree.take(SequenceSlot.ELEMENT_WEIGHT)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyMutationOfASequenceApplies(SequenceMutation mutation) {
    PcgRandom random = new PcgRandom(1, 1);
    MutableInput input = input(list(INT, 0, NO_MAX));
    TreeMutator tree = tree(random);
    tree.mutate(input.slot(0), MAX_LENGTH); // gives it room
    input.load(List.of(List.of(1, 2, 3, 4)));

    assertThat(mutation.apply((SequenceSlot) input.slot(0), tree)).isTrue();
    assertThat(input.values().get(0)).isNotEqualTo(List.of(1, 2, 3, 4));
  }

  @Test
  void changesOneElementAboutAsOftenAsTheStructure() {
    TreeMutator tree = tree(new PcgRandom(1, 1));
    MutableInput input = input(list(INT, 0, NO_MAX));
    int sameSize = 0;
    for (int i = 0; i < 10_000; i++) {
      input.load(List.of(List.of(1, 2, 3, 4)));
      tree.mutate(input.slot(0), MAX_LENGTH);
      List<?> after = (List<?>) input.values().get(0);
      int kept = 0;
      for (int k = 0; k < 4 && after.size() == 4; k++) {
        kept += after.get(k).equals(k + 1) ? 1 : 0;
      }
      sameSize += kept == 3 ? 1 : 0;
    }
    assertThat(sameSize).isBetween(4_000, 7_500);
  }

  @Test
  void growsNoSequencePastAThousandElementsNorTheWholePastItsMaximum() {
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    MutableInput few = new MutableInput(shape(list(list(BOOLEAN, 0, NO_MAX), 0, NO_MAX)), 2000);
    MutableInput many = new MutableInput(shape(list(BOOLEAN, 0, NO_MAX)), 1 << 20);
    int longest = 0;
    for (int i = 0; i < 20_000; i++) {
      mutator.mutate(few);
      assertThat(few.largestWeight()).isLessThanOrEqualTo(few.maxLength());
      mutator.mutate(many);
      longest = Math.max(longest, ((SequenceSlot) many.slot(0)).size());
    }
    assertThat(longest).isBetween(100, 1000);
  }

  @Test
  void neverGrowsASeedThatIsTooLarge() {
    MutableInput input = new MutableInput(shape(list(INT, 0, NO_MAX)), 100);
    input.load(List.of(IntStream.range(0, 5000).boxed().collect(Collectors.toList())));
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    int last = 5000;
    for (int i = 0; i < 1000; i++) {
      mutator.mutate(input);
      int size = ((SequenceSlot) input.slot(0)).size();
      assertThat(size).isLessThanOrEqualTo(Math.max(last, 1)); // for one there is room
      last = size;
    }
    assertThat(last).isLessThan(5000);
  }

  /** Lists of one content are equal, arrays are not. */
  private static Object comparable(Object value) {
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
  }

  private static Arguments sight(ValueType type, Predicate<Object> sight) {
    return arguments(type, sight);
  }

  private static TreeMutator tree(PcgRandom random) {
    return new TreeMutator(random, new ByteMutator(random), new NumberMutator(random));
  }

  private static MutableInput input(ValueType type) {
    return new MutableInput(shape(type), MAX_LENGTH);
  }

  private static InputShape shape(ValueType type) {
    return new InputShape(List.of(type));
  }

  private static LeafType real(LeafKind kind, double floor, double ceiling, boolean notANumber) {
    return new LeafType(kind, false, Bounds.NONE.withReals(floor, ceiling, notANumber));
  }
}
