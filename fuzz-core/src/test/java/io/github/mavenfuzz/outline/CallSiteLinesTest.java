package io.github.mavenfuzz.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSiteLinesTest {
  /** As Kotlin's compiler writes it for a file of 96 lines that calls two inlined functions. */
  private static final String SOURCE_MAP =
      """
      SMAP
      Parser.kt
      Kotlin
      *S Kotlin
      *F
      + 1 Parser.kt
      com/example/Parser
      + 2 Strings.kt
      kotlin/text/StringsKt__StringsKt
      *L
      1#1,96:1
      107#2:97
      90#2,3:98
      *S KotlinDebug
      *F
      + 1 Parser.kt
      com/example/Parser
      *L
      10#1:97
      31#1:98,3
      *E
      """;

  @ParameterizedTest
  @CsvSource({"1, 1", "96, 96", "97, 10", "98, 31", "100, 31", "101, 101"})
  void aLineOfAnInlinedFunctionIsThatOfItsCall(int line, int expected) {
    assertThat(CallSiteLines.parse(SOURCE_MAP).of(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "SMAP\nFoo.jsp\nJSP\n*S JSP\n*F\n*L\n1#1:7\n*E\n", "*S KotlinDebug"})
  void otherLinesStayAsTheyAre(String sourceMap) {
    assertThat(CallSiteLines.parse(sourceMap).of(7)).isEqualTo(7);
  }
}
