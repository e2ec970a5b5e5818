package io.github.mediajobs.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none, none", "'', ''", "' a b\n', a b", "任务😀, 任务😀"})
  void losesSurroundingWhiteSpace(String raw, String shown) {
    assertThat(Shown.text(raw)).isEqualTo(shown);
  }

  @Test
  void isCutAfterAThousandCharacters() {
    assertThat(Shown.text("x".repeat(1000))).isEqualTo("x".repeat(1000));
    assertThat(Shown.text("x".repeat(1001))).isEqualTo("x".repeat(1000) + "...");
  }

  @Test
  void neverEndsInHalfACharacter() {
    assertThat(Shown.text("x".repeat(999) + "😀😀")).isEqualTo("x".repeat(999) + "?...");
  }
}
