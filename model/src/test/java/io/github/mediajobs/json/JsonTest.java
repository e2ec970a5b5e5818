package io.github.mediajobs.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
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

  @ParameterizedTest
  @ValueSource(strings = {"F691 8A9A", "F490 8080", "F5", "FF"})
  void bytesThatStandForNoCharacterAreNoJson(String hex) {
    byte[] between = HexFormat.of().parseHex(hex.replace(" ", ""));
    for (String[] around : new String[][] {{"{\"a", "\":1}"}, {"[\"a", "\"]"}}) {
      byte[] text = joined(around[0].getBytes(UTF_8), between, around[1].getBytes(UTF_8));
      assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonProcessingException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void everyCharacterIsReadInEveryEncoding(String charset) throws Exception {
    String text = "{\"\uD83D\uDE00\u00FF\uFFFD\":\"\uDBFF\uDFFF\u6700\u00F5\"}";
    assertThat(Json.write(Json.read(text.getBytes(Charset.forName(charset))))).isEqualTo(text);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static void isNoJson(String text) {
    assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8)))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(Json.embedded(text)).isEmpty();
  }
}
