package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String KEY = "k3y+/=\"\\%~<&'Zz";
  private static final String WORDS = "clé 密钥 😀 + \"word\"";
  private static final Secrets SECRETS = Secrets.of(KEY, null, WORDS);

  static Stream<Arguments> written() {
    return Stream.of(KEY, WORDS)
        .flatMap(secret -> Form.all().stream().map(form -> Arguments.of(form, secret)));
  }

  @ParameterizedTest
  @MethodSource("written")
  void areHiddenInEveryForm(Form form, String secret) {
    assertThat(SECRETS.hiddenIn("<" + form.of(secret) + ">")).matches("<\\*{3}.{0,8}>");
    assertThat(SECRETS.hiddenIn(form.of(secret))).contains("***");
  }

  @ParameterizedTest
  @MethodSource("written")
  void areHiddenWhereverTheyStandInAnEncodedText(Form form, String secret) {
    for (String before : new String[] {"", "a", "ab", "abc"}) {
      String encoded = form.of(before + secret + " and more");
      assertThat(SECRETS.hiddenIn(encoded))
          .contains("***")
          .hasSizeLessThan(encoded.length() - secret.length() / 2);
    }
  }

  @Test
  void areHiddenEachTime() {
    assertThat(SECRETS.hiddenIn(KEY + " " + KEY + WORDS)).isEqualTo("*** ******");
    assertThat(SECRETS.and("one more of them").hiddenIn("ONE%20more of them, " + KEY))
        .isEqualTo("***, ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k3y", "no secret at all", "k3y+/=\"\\%~<&'Z", "\\\\\\\\", "%25%2525&amp;"})
  void leaveOtherTextAsItIs(String text) {
    assertThat(SECRETS.hiddenIn(text)).isEqualTo(text);
  }

  @Test
  void leaveOrdinaryWordsAsTheyAre() {
    assertThat(Secrets.of("emulator", "").hiddenIn("emulator")).isEqualTo("emulator");
    assertThat(Secrets.of("emulators.").hiddenIn("emulators.")).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "%25", "&amp;", "k", "k3y+/=\"", "a"})
  @Timeout(30)
  void takeNoLongForATextThatAlmostRepeatsThem(String part) {
    String text = part.repeat((4 << 20) / part.length());

    assertThat(SECRETS.hiddenIn(text)).isEqualTo(text);
  }

  @Test
  void clearACauseThatRepeatsThemAnywhere() {
    IOException clean = new IOException("broken", new IOException("pipe"));
    IOException deep = new IOException("broken", new IOException("at " + Form.HEX.of(KEY)));
    IOException aside = new IOException("broken");
    aside.addSuppressed(new IOException(Form.BASE64.of("Key " + KEY)));

    assertThat(SECRETS.cleared(clean)).isSameAs(clean);
    assertThat(SECRETS.cleared(deep)).isNull();
    assertThat(SECRETS.cleared(aside)).isNull();
  }

  @Test
  void areNotInTheTextForm() {
    assertThat(SECRETS).hasToString("Secrets[2]");
  }
}
