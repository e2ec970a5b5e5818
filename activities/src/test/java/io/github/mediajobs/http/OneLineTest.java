package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
  @ParameterizedTest
  @CsvSource({
    "' a \n\t b\u2028 ', a b",
    "12345678, 12345678",
    "123456789, 12345...",
  })
  void aTextStandsOnOneLineOfEightCharactersAtMost(String text, String line) {
    assertThat(OneLine.of(text, 8)).isEqualTo(line);
  }
}
