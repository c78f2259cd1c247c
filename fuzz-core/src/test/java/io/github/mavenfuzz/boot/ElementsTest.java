package io.github.mavenfuzz.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTest {

  @ParameterizedTest
  @CsvSource({"2, abcd, badc", "4, abcdefgh, dcbahgfe", "8, abcdefgh, hgfedcba", "2, '', ''"})
  void eachNumberIsTurnedByItself(int size, String bytes, String expected) {
    assertThat(new Elements(size, bytes).turned()).isEqualTo(expected);
  }
}
