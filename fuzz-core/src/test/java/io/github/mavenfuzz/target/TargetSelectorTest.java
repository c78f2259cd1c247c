package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.TargetName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSelectorTest {
  private static final TargetName PARSES = target("com.example.ParserFuzz#parses");
  private static final TargetName PRINTS = target("com.example.ParserFuzz#prints");
  private static final TargetName NESTED = target("com.example.ParserFuzz$Strict#parses");
  private static final TargetName OTHER = target("com.example.io.ReaderFuzz#reads");
  private static final TargetName ROOT = target("RootFuzz#parses");
  private static final List<TargetName> ALL = List.of(PARSES, PRINTS, NESTED, OTHER, ROOT);

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", ",", "*", "**", "*#*", "#"})
  void selectsEverythingWhenNothingIsAskedFor(String selection) {
    assertThat(selected(selection)).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ParserFuzz                    | com.example.ParserFuzz#parses com.example.ParserFuzz#prints com.example.ParserFuzz$Strict#parses
          com.example.ParserFuzz        | com.example.ParserFuzz#parses com.example.ParserFuzz#prints com.example.ParserFuzz$Strict#parses
          ParserFuzz#prints             | com.example.ParserFuzz#prints
          com.example.ParserFuzz#prints | com.example.ParserFuzz#prints
          ParserFuzz$Strict             | com.example.ParserFuzz$Strict#parses
          ParserFuzz$Strict#parses      | com.example.ParserFuzz$Strict#parses
          com.example.ParserFuzz$*#*    | com.example.ParserFuzz$Strict#parses
          *#parses                      | com.example.ParserFuzz#parses com.example.ParserFuzz$Strict#parses RootFuzz#parses
          #reads                        | com.example.io.ReaderFuzz#reads
          R*Fuzz                        | com.example.io.ReaderFuzz#reads RootFuzz#parses
          ParserFuzz#p*s                | com.example.ParserFuzz#parses com.example.ParserFuzz#prints com.example.ParserFuzz$Strict#parses
          com.example.*#prints          | com.example.ParserFuzz#prints
          com.example.*                 | com.example.ParserFuzz#parses com.example.ParserFuzz#prints com.example.ParserFuzz$Strict#parses
          com.example.**#r*             | com.example.io.ReaderFuzz#reads
          RootFuzz, ReaderFuzz          | com.example.io.ReaderFuzz#reads RootFuzz#parses
          Parser                        |
          Strict                        |
          ParserFuzz#parse              |
          ParserFuzz#arses              |
          example.ParserFuzz            |
          Par.erFuzz                    |
          """)
  void selectsByClassAndMethod(String selection, String ids) {
    assertThat(selected(selection)).map(TargetName::id).containsExactlyElementsOf(words(ids));
  }

  @Test
  void hasNothingToSayAboutPatternsThatMatch() {
    assertThat(new TargetSelector("ParserFuzz,*#reads").unmatched(ALL)).isEmpty();
    assertThat(new TargetSelector(null).unmatched(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ReedrFuzz            | com.example.io.ReaderFuzz#reads
          PARSERfuzz#PRINT     | com.example.ParserFuzz#prints
          com.exampel.ParsFuzz | com.example.ParserFuzz#parses
          ParserFuzz#pares     | com.example.ParserFuzz#parses
          Root                 | RootFuzz#parses
          """)
  void guessesWhatAPatternWithoutAMatchMeant(String selection, String closest) {
    assertThat(new TargetSelector(selection).unmatched(ALL))
        .singleElement()
        .asString()
        .startsWith("no fuzz target matches \"" + selection + "\"; there are " + closest + ", ");
  }

  @Test
  void namesEachPatternThatMatchesNothing() {
    assertThat(new TargetSelector("A#b, ParserFuzz, C").unmatched(List.of(PARSES)))
        .containsExactly(
            "no fuzz target matches \"A#b\"; there is only com.example.ParserFuzz#parses",
            "no fuzz target matches \"C\"; there is only com.example.ParserFuzz#parses");
  }

  @Test
  void listsOnlyTheClosestOfManyTargets() {
    List<TargetName> many =
        IntStream.range(0, 1_203).mapToObj(i -> target("p.C" + i + "#m")).toList();

    assertThat(new TargetSelector("D7").unmatched(many))
        .containsExactly(
            "no fuzz target matches \"D7\"; there are p.C7#m, p.C0#m, p.C1#m, p.C2#m, p.C3#m"
                + " and 1198 more");
  }

  @Test
  void saysWhenThereAreNoTargets() {
    assertThat(new TargetSelector("A").unmatched(List.of()))
        .containsExactly(
            "no fuzz target matches \"A\"; there is none at all; a fuzz target is a method that is"
                + " annotated with @FuzzTest, this plugin's or Jazzer's, or public static void"
                + " fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)");
  }

  private static List<TargetName> selected(String selection) {
    TargetSelector selector = new TargetSelector(selection);
    return ALL.stream().filter(selector::matches).toList();
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Stream.of(text.split(" ")).toList();
  }

  private static TargetName target(String id) {
    int hash = id.indexOf('#');
    return new TargetName(id.substring(0, hash), id.substring(hash + 1));
  }
}
