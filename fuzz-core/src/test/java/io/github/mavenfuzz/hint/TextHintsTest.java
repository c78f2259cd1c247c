package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.bytes;
import static io.github.mavenfuzz.hint.Sample.outcomes;
import static io.github.mavenfuzz.hint.Sample.text;
import static io.github.mavenfuzz.hint.Sample.traced;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Bytes;
import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.boot.Elements;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextHintsTest {
  private static final String BEFORE = "\u0001~";
  private static final String AFTER = "~\u0001";

  @ParameterizedTest
  @EnumSource
  void findsATextInEachFormAndPutsAnotherThereInTheSame(TextForm form) {
    String seen = "say \"\u00FC&\n<";
    String wanted = "no \"\\\u00E9>\t!";

    assertThat(outcomes(bytes(BEFORE + encoded(form, seen) + AFTER), equal(seen, wanted)))
        .contains(BEFORE + encoded(form, wanted) + AFTER);
  }

  @ParameterizedTest
  @EnumSource(names = {"LATIN_1", "BASE_64_LATIN_1", "HEXADECIMAL"})
  void doesNotTakeATextAwayBecauseTheWantedOneHasNotItsForm(TextForm form) {
    String input = BEFORE + encoded(form, "\u00FC\u00E4abc") + AFTER;

    assertThat(outcomes(bytes(input), equal("\u00FC\u00E4abc", "\u20AC")))
        .doesNotContain(BEFORE + AFTER, "");
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL, <abc>, abc, xyz, <xyz>",
    "EQUAL, <abc>, abc, vwxyz, <vwxyz>",
    "WORDS, <abc>, abc, xyz, <xyz>",
    "CASELESS, <abc>, abc, XYZ, <XYZ>",
    "CASELESS, <ABC>, abc, xyz, <xyz>",
    "START, <PUT />, PUT /, 'GET ', <GET />",
    "START, <PUT />, PUT /, 'GET ', <GET PUT />",
    "START, <a>, a, GET, <GET>",
    "END, <a.jpg>, a.jpg, .png, <a.png>",
    "END, <a.jpg>, a.jpg, .png, <a.jpg.png>",
    "END, <a>, a, .png, <.png>",
    "PART, <abc>, abc, x, <abcx>",
    "PART, <abc>, abc, x, <xbc>",
    "PART, <abc>, abc, x, <xabc>",
    "PATTERN, <abc>, abc, x{2}y, <xxy>"
  })
  void bringsAboutARelation(
      Relation relation, String input, String seen, String wanted, String expected) {
    Traced traced = traced(1, relation, seen, wanted);

    assertThat(outcomes(bytes(input), traced)).contains(expected);
    assertThat(outcomes(text(input), traced)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "START, GET /, 'GET '",
    "END, a.png, .png",
    "PART, abc, b",
    "CASELESS, get, GET",
    "EQUAL, a, a"
  })
  void bringsNothingForARelationThatThereIs(Relation relation, String seen, String wanted) {
    assertThat(outcomes(text(seen), traced(1, relation, seen, wanted))).isEmpty();
  }

  @Test
  void findsATextWhoseCaseTheTargetHasChanged() {
    assertThat(outcomes(bytes("key: Content"), equal("content", "length"))).contains("key: length");
  }

  @ParameterizedTest
  @CsvSource({
    "'\\u0000\\u0003abc!', abc, hello, '\\u0000\\u0005hello!'",
    "'\\u0003\\u0000abc!', abc, hello, '\\u0005\\u0000hello!'",
    "'~\\u0003abc!', abc, hello, '~\\u0005hello!'",
    "'~\\u0003abc!', abc, x, '~\\u0001x!'",
    "'\\u0000\\u0000\\u0000\\u0003abc!', abc, xy, '\\u0000\\u0000\\u0000\\u0002xy!'",
    "'~\\u0003\\u0000\\u0000\\u0000abc', abc, xy, '~\\u0002\\u0000\\u0000\\u0000xy'"
  })
  void keepsTheLengthInFrontRight(String input, String seen, String wanted, String expected) {
    assertThat(outcomes(bytes(unescaped(input)), equal(seen, wanted)).get(0))
        .isEqualTo(unescaped(expected));
  }

  @Test
  void alsoTriesALongerTextWithAnotherLengthInFront() {
    assertThat(outcomes(bytes("\u0003abc!!!"), equal("abc", "hello")))
        .contains("\u0005hello!!!", "\u0003hello!!!", "\u0003hello!");
  }

  @Test
  void triesAllPlacesWhenATextIsNowhere() {
    assertThat(outcomes(bytes("12"), equal("abc", "xyz")))
        .contains("xyz", "12xyz", "xyz12", "eHl6", "78797a");
  }

  @Test
  void triesBytesThatAreNowhereAsTheyAre() {
    Traced traced = traced(1, Relation.EQUAL, new Bytes("\0\0"), new Bytes("\u0089P"));

    assertThat(outcomes(bytes("12"), traced)).contains("\u0089P", "\u0089P12", "12\u0089P");
    assertThat(Sample.finder(bytes("12"), List.of(traced)).words()).contains("\u0089P");
  }

  @Test
  void leavesLongInputsAloneWhenATextIsNowhere() {
    assertThat(outcomes(bytes("1".repeat(300)), equal("abc", "xyz"))).isEmpty();
  }

  @Test
  void putsATextBehindALengthOfZero() {
    assertThat(outcomes(bytes("~\0\0~"), equal("", "abc")))
        .contains("~\0\u0003abc~", "~\u0003abc\0~", "~\0\u0003abc~");
  }

  @Test
  void findsBytesAndNumbersOfAnArray() {
    Traced bytes = traced(1, Relation.EQUAL, new Bytes("\u0080a"), new Bytes("\u00FFbc"));
    Traced numbers =
        traced(1, Relation.EQUAL, new Elements(2, "\0\u0001\0\u0002"), new Elements(2, "\0a\0b"));

    assertThat(outcomes(bytes("<\u0080a>"), bytes)).contains("<\u00FFbc>");
    assertThat(outcomes(bytes("<\0\u0001\0\u0002>"), numbers)).contains("<\0a\0b>");
    assertThat(outcomes(bytes("<\u0001\0\u0002\0>"), numbers)).contains("<a\0b\0>");
  }

  @Test
  void proposesTheWantedTextAsAWord() {
    assertThat(Sample.finder(bytes("1"), List.of(equal("a", "\u00E9tat"))).words())
        .containsExactly("\u00C3\u00A9tat", "\u00E9tat");
  }

  @Test
  void findsEachOfAFewPlaces() {
    assertThat(outcomes(bytes("ab ab"), equal("ab", "x"))).contains("x ab", "ab x");
  }

  private static Traced equal(String seen, String wanted) {
    return traced(1, Relation.EQUAL, seen, wanted);
  }

  private static String encoded(TextForm form, String text) {
    return new String(form.encode(text), ISO_8859_1);
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\u00(..)")
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }
}
