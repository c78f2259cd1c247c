package io.github.mavenfuzz.mutate;

import static io.github.mavenfuzz.type.SampleTypes.list;
import static io.github.mavenfuzz.type.SampleTypes.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.SampleTypes;
import io.github.mavenfuzz.type.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplicerTest {
  private static final int MAX_LENGTH = 1000;
  private static final int NO_MAX = Integer.MAX_VALUE;
  private static final ValueType INT = LeafType.of(LeafKind.INT);
  private static final ValueType BOOLEAN = LeafType.of(LeafKind.BOOLEAN);
  private static final ValueType TEXT = LeafType.of(LeafKind.STRING);
  private static final ValueType COLOR = new EnumType("com.example.Color", List.of("RED", "BLUE"));
  private static final ValueType POINT = record(INT, INT);

  /** Shape, input, donor, and all that comes of it, every value in its JSON form. */
  static Stream<Arguments> allOutcomes() {
    return Stream.of(
        row("a number", types(INT, BOOLEAN), "[1, false]", "[2, false]", "[2, false]"),
        row("an enum", types(COLOR, INT), "['RED', 1]", "['BLUE', 1]", "['BLUE', 1]"),
        row("a null", types(nullable(INT), BOOLEAN), "[null, true]", "[5, true]", "[5, true]"),
        row("behind a null", types(nullable(INT), INT), "[4, 1]", "[null, 1]"),
        row(
            "an argument beside it, of either",
            types(INT, INT),
            "[1, 2]",
            "[3, 4]",
            "[1, 1]|[2, 2]|[3, 2]|[4, 2]|[1, 3]|[1, 4]"),
        row(
            "components, or the record where there is more than it",
            types(POINT, BOOLEAN),
            point(1, 2, ", true"),
            point(3, 4, ", true"),
            String.join(
                "|",
                point(1, 1, ", true"),
                point(2, 2, ", true"),
                point(3, 2, ", true"),
                point(1, 4, ", true"),
                point(3, 4, ", true"))),
        row(
            "but not all that there is",
            types(POINT),
            point(1, 2, ""),
            point(3, 4, ""),
            String.join("|", point(1, 1, ""), point(2, 2, ""), point(3, 2, ""), point(1, 4, ""))),
        row(
            "elements",
            types(list(BOOLEAN, 0, NO_MAX)),
            "[[false]]",
            "[[true]]",
            "[[true, false]]|[[false, true]]|[[true]]"),
        row(
            "elements within bounds, those beside it included",
            types(list(INT, 2, 2)),
            "[[1, 2]]",
            "[[3, 4]]",
            "[[3, 2]]|[[4, 2]]|[[1, 3]]|[[1, 4]]|[[3, 4]]|[[1, 1]]|[[2, 2]]"),
        row(
            "elements of a set that differ",
            types(SampleTypes.set(INT, 0, NO_MAX)),
            "[[1]]",
            "[[1, 2]]",
            "[[1, 2]]|[[2, 1]]|[[2]]"),
        row(
            "entries, or their values",
            types(new MapType("Ljava/util/Map;", COLOR, INT, 1, 1)),
            "[[['RED', 1]]]",
            "[[['BLUE', 2]]]",
            "[[['BLUE', 2]]]|[[['RED', 2]]]|[[['BLUE', 1]]]"),
        row(
            "parts of a class of the JDK",
            types(new JdkType(JdkClass.YEAR_MONTH)),
            "['2001-02']",
            "['1999-12']",
            "['1999-02']|['2001-12']"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allOutcomes")
  void takesOver(String what, InputShape shape, String input, String donor, Set<String> expected)
      throws Exception {
    assertThat(outcomes(shape, input, List.of(donor), MAX_LENGTH)).isEqualTo(expected);
  }

  /** As before, with the donors in a list. */
  static Stream<Arguments> hardCases() {
    return Stream.of(
        hard("no donors and no twins", types(INT, BOOLEAN), "[1, false]", List.of()),
        hard("no donors but twins", types(INT, INT), "[1, 2]", List.of(), "[1, 1]", "[2, 2]"),
        hard("twins that are equal", types(INT, INT), "[1, 1]", List.of()),
        hard("a donor equal to the input", types(INT, COLOR), "[1, 'RED']", List.of("[1, 'RED']")),
        hard("a number that is all", types(INT), "[1]", List.of("[2]")),
        hard("a donor without bytes", types(TEXT, INT), "['ab', 1]", List.of("['', 1]")),
        hard(
            "a donor without elements",
            types(list(INT, 0, NO_MAX)),
            "[[1, 2]]",
            List.of("[[]]"),
            "[[1, 1]]",
            "[[2, 2]]"),
        hard("nothing that could be taken into", types(list(INT, 0, 9)), "[[]]", List.of("[[]]")),
        hard(
            "a set with all values",
            types(SampleTypes.set(BOOLEAN, 2, 2)),
            "[[false, true]]",
            List.of("[[true, false]]")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hardCases")
  void managesWith(
      String what, InputShape shape, String input, List<String> donors, Set<String> expected)
      throws Exception {
    assertThat(outcomes(shape, input, donors, MAX_LENGTH)).isEqualTo(expected);
  }

  /** A shape and a donor that is larger than the limit of 100. */
  static Stream<Arguments> largeDonors() {
    String text = "'" + "x".repeat(5000) + "'";
    String numbers = "[1" + ", 2".repeat(2000) + "]";
    return Stream.of(
        arguments(types(TEXT, TEXT), "['', 'a']", "[" + text + ", " + text + "]"),
        arguments(types(record(TEXT, TEXT)), "[{'c0': '', 'c1': ''}]", pair(text, text)),
        arguments(types(list(INT, 0, NO_MAX)), "[[7]]", "[" + numbers + "]"),
        arguments(types(list(TEXT, 0, NO_MAX)), "[['']]", "[[" + text + ", 'b']]"),
        arguments(types(nullable(list(INT, 0, NO_MAX))), "[null]", "[" + numbers + "]"));
  }

  @ParameterizedTest
  @MethodSource("largeDonors")
  void growsNothingPastTheLimitWhateverTheDonors(InputShape shape, String value, String donor)
      throws Exception {
    InputCodec codec = new InputCodec(shape);
    MutableInput input = new MutableInput(shape, 100);
    PcgRandom random = new PcgRandom(1, 1);
    Splicer splicer = splicer(random);
    splicer.begin(List.of(load(new MutableInput(shape, 100), codec, donor)));
    for (int i = 0; i < 2000; i++) {
      load(input, codec, value);
      for (int k = 0; k < 5; k++) {
        splicer.splice(input, random.below(input.size()));
        assertThat(input.largestWeight()).isLessThanOrEqualTo(input.maxLength());
      }
    }
  }

  @Test
  void takesPiecesOfTextFromWhateverHasBytes() throws Exception {
    InputShape shape = types(TEXT, INT, TEXT);
    assertThat(outcomes(shape, "['key', 1, 'ab']", List.of(), MAX_LENGTH))
        .contains("[\"key\", 1, \"key\"]", "[\"ab\", 1, \"ab\"]", "[\"key\", 1, \"akeyb\"]");
  }

  @Test
  void whatATwinGivesIsMadeToFitTheBounds() throws Exception {
    LeafType segment =
        new LeafType(
            LeafKind.STRING,
            false,
            Bounds.NONE.withRange(1, 4).withAlphabet(Bounds.Alphabet.URL_SEGMENT));
    InputShape shape = types(segment, TEXT);
    MutableInput input = new MutableInput(shape, MAX_LENGTH);
    InputCodec codec = new InputCodec(shape);
    Splicer splicer = splicer(new PcgRandom(1, 1));
    for (int i = 0; i < 2000; i++) {
      load(input, codec, "['a', '  \u00e4\u00f6 //// too long']");
      splicer.splice(input, 0);
      assertThat(input.slot(0).isValid()).isTrue();
    }
  }

  @Test
  void mutatorsTakeOverInSomeOfTheirMutationsOnly() throws Exception {
    InputShape shape = types(LeafType.of(LeafKind.LONG), BOOLEAN);
    InputCodec codec = new InputCodec(shape);
    MutableInput donor = load(new MutableInput(shape, 0), codec, "[1234567890123, false]");
    Mutator mutator = new Mutator(new PcgRandom(1, 1));
    mutator.begin(new Vocabulary(Dictionary.EMPTY, List.of(donor)));
    MutableInput input = new MutableInput(shape, 0);
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      load(input, codec, "[5, false]");
      mutator.mutate(input);
      taken += input.slot(0).isSame(donor.slot(0)) ? 1 : 0;
    }
    assertThat(taken).isBetween(450, 800);
  }

  /** All that becomes of the input when one of its arguments takes over from somewhere. */
  private static Set<String> outcomes(
      InputShape shape, String value, List<String> donors, int maxLength) throws Exception {
    InputCodec codec = new InputCodec(shape);
    MutableInput original = load(new MutableInput(shape, maxLength), codec, value);
    PcgRandom random = new PcgRandom(1, 1);
    Splicer splicer = splicer(random);
    MutableInput[] inputs = new MutableInput[donors.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = load(new MutableInput(shape, maxLength), codec, donors.get(i));
    }
    splicer.begin(List.of(inputs));
    MutableInput input = new MutableInput(shape, maxLength);
    Set<String> outcomes = new TreeSet<>();
    for (int i = 0; i < 3000; i++) {
      input.copyFrom(original);
      boolean changed = splicer.splice(input, random.below(input.size()));
      assertThat(input.values().equals(original.values())).isEqualTo(!changed);
      if (changed) {
        outcomes.add(text(codec.encode(input.values())));
      }
    }
    return outcomes;
  }

  private static Splicer splicer(PcgRandom random) {
    return new Splicer(
        random, new TreeMutator(random, new ByteMutator(random), new NumberMutator(random)));
  }

  private static MutableInput load(MutableInput input, InputCodec codec, String json)
      throws Exception {
    input.load(codec.decode(json.replace('\'', '"').getBytes(UTF_8)));
    return input;
  }

  private static String text(byte[] file) {
    return new String(file, UTF_8).strip();
  }

  private static Arguments row(String what, InputShape shape, String input, String donor) {
    return arguments(what, shape, input, donor, Set.of());
  }

  private static Arguments row(
      String what, InputShape shape, String input, String donor, String outcomes) {
    return arguments(what, shape, input, donor, set(outcomes.split("\\|")));
  }

  private static Arguments hard(
      String what, InputShape shape, String input, List<String> donors, String... outcomes) {
    return arguments(what, shape, input, donors, set(outcomes));
  }

  private static Set<String> set(String... outcomes) {
    Set<String> set = new TreeSet<>();
    Arrays.stream(outcomes).map(o -> o.replace('\'', '"')).forEach(set::add);
    return set;
  }

  private static String point(int x, int y, String more) {
    return pair(x, y).replace("]", more + "]");
  }

  private static String pair(Object one, Object other) {
    return "[{'c0': " + one + ", 'c1': " + other + "}]";
  }

  private static InputShape types(ValueType... types) {
    return new InputShape(List.of(types));
  }

  private static ValueType nullable(ValueType type) {
    return new NullableType(type, false);
  }
}
