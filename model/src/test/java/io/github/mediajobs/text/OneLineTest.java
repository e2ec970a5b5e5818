package io.github.mediajobs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void hasOneSpaceForWhatBreaksALineOrCannotBeWritten() {
    assertThat(OneLine.of(" a\r\nb\u2028c\u001b[2Kd\ud83de😀\t")).isEqualTo("a b c [2Kd e😀");
  }

  @Test
  void isCutBetweenCharacters() {
    assertThat(OneLine.of("12345678", 8)).isEqualTo("12345678");
    assertThat(OneLine.of("123456789", 8)).isEqualTo("12345...");
    assertThat(OneLine.of("1234😀789", 8)).isEqualTo("1234...");
  }
}
