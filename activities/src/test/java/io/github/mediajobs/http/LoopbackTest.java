package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://10.0.0.1",
        "http://localhost:1",
        "http://127.0.0.1",
        "http://127.255.255.255",
        "http://[::1]",
        "http://[::ffff:127.0.0.1]",
      })
  void nobodyReadsWhatGoesOverTlsOrStaysHere(String url) {
    assertThat(Loopback.httpsOrLoopback(HttpUrl.get(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[::2]",
      })
  void anyoneReadsPlainHttpToOtherMachines(String url) {
    assertThat(Loopback.httpsOrLoopback(HttpUrl.get(url))).isFalse();
  }
}
