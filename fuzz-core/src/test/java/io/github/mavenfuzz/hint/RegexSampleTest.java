package io.github.mavenfuzz.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSampleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "a.c",
        "\uD83D\uDE00{2}",
        "[abc]x[^abc]",
        "[^a-zA-Z0-9]+",
        "[a-c][x-z]{3}[0-9A-F]{2}",
        "[]a]",
        "[\\]\\-\\\\]+",
        "[\\n\\t]\\n",
        "[\\x41-\\x43\\u0061]",
        "[a-z&&[^aeiou]]{4}",
        "[a-c[x-z]]",
        "[\\d\\s]\\d\\w\\s\\D\\W\\S",
        "[\u4E2D-\u9FFF]",
        "[\\x{1F600}-\\x{1F64F}]",
        "\\.\\*\\+\\(\\)\\[\\]\\{\\}\\\\\\^\\$\\|",
        "\\r\\n\\f\\e\\a\\cA\\07\\0101\\0377",
        "\\x41\\u0042\\x{43}\\x{1F600}",
        "\\p{Lu}\\p{Ll}\\P{L}\\pN\\p{IsGreek}\\p{Punct}",
        "\\h\\R\\H\\v\\V",
        "(a)(b(c))",
        "(?:ab)+(?<name>cd)(?>ef)",
        "(?=ab)abc(?!d)(?<=c)(?<!d)",
        "(?i)abc(?-i:d)(?s-m:e)",
        "cat|dog|bird",
        "(cat|dog)s|(x|y(1|2))z",
        "a{3}b{2,4}c{2,}d{0}",
        "x{5,5}(yz){1,2}",
        "a*b+c?d",
        "a*?b+?c??d{2,3}?",
        "a*+b++c?+d{2,3}+",
        "\\Qa.b(\\E+c",
        "\\Q[x",
        "^abc$",
        "\\Aabc\\z",
        "\\bword\\b",
        "(['\"])x\\1",
        "(?<q>[ab]+)-\\k<q>",
        "((((a|b)c)+d){2}e)",
        "v\\d+\\.[a-c]{2}(-rc)?",
        "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}",
        "[\\w.+-]+@[\\w-]+\\.[a-z]{2,}",
        "#[0-9a-fA-F]{6}"
      })
  void makesTextsThatMatch(String regex) {
    assertThat(RegexSample.of(regex)).anyMatch(text -> text.matches(regex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "cat|dog|bird|cow",
        "a{2,3}",
        "[^a]{2}",
        "v\\d+\\.[a-c]{2}(-rc)?",
        "a*b+c?"
      })
  void makesOnlyTextsThatMatchWhereThereAreNoLookArounds(String regex) {
    assertThat(RegexSample.of(regex)).isNotEmpty().allMatch(text -> text.matches(regex));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "a)",
        "(a",
        "[",
        "[a",
        "[^",
        "[]",
        "{",
        "a{",
        "a{x}",
        "a{1,x}",
        "a{9999999999}",
        "\\",
        "\\u12",
        "\\uXYZW",
        "\\x",
        "\\x{",
        "\\x{110000}",
        "\\p",
        "\\p{",
        "\\p{Nonsense}",
        "\\c",
        "\\k",
        "\\k<",
        "(?",
        "(?<",
        "(?<a",
        "(?P<a>b)",
        "(?#x)",
        "(?i",
        "[z-a]",
        "[a&&",
        "\\y",
        "*",
        "+a",
        "?",
        "|",
        "||",
        "a**",
        "\\N{",
        "\\0",
        "\\8"
      })
  void bearsWhatIsNoRegularExpression(String regex) {
    assertThat(RegexSample.of(regex)).isNotNull();
  }

  @Test
  void triesEachOfAFewAlternatives() {
    assertThat(RegexSample.of("cat|dog|bird")).containsExactly("cat", "dog", "bird");
  }

  @Test
  void takesTheShortestWayFirst() {
    assertThat(RegexSample.of("ab?c*d+e{2,3}"))
        .containsExactly("adee", "abcddeee", "abccdddeee", "abcccddddeee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"((((((a{9}){9}){9}){9}){9}){9})", "a{1000000}", "(((a*)*)*)*b"})
  void makesNoLongTexts(String regex) {
    assertThat(RegexSample.of(regex)).allMatch(text -> text.length() <= 256);
  }

  @Test
  void isNotDrownedInGroups() {
    String deep = "(".repeat(60) + "a" + ")*".repeat(60);

    assertThat(RegexSample.of(deep)).contains("");
    assertThat(RegexSample.of("(".repeat(100_000))).isEqualTo(List.of());
  }
}
