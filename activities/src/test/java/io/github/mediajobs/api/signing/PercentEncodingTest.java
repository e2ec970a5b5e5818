package io.github.mediajobs.api.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PercentEncodingTest {
  static IntStream ascii() {
    return IntStream.range(0, 128);
  }

  @ParameterizedTest
  @MethodSource("ascii")
  void leavesLettersDigitsAndFourMarksAlone(int character) {
    String text = Character.toString(character);
    assertThat(PercentEncoding.encode(text))
        .isEqualTo(text.matches("[A-Za-z0-9._~-]") ? text : "%%%02X".formatted(character));
  }
}
