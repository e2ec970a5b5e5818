package io.github.mediajobs.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void whatIsReadCanStandInsideAnotherDocument() throws Exception {
    String deepest = "[".repeat(500) + "]".repeat(500);
    assertThat(Json.write(Json.read(deepest.getBytes(UTF_8)))).isEqualTo(deepest);
    isNoJson("[" + deepest + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9999999999", "[-1.5E+99999999999]", "{\"a\":1e-99999999999}"})
  void aNumberThatNothingCanHoldIsNoJson(String text) {
    isNoJson(text);
  }

  private static void isNoJson(String text) {
    assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8)))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(Json.embedded(text)).isEmpty();
  }
}
