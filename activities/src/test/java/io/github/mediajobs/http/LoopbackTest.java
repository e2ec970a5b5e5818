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
        "http://[::ffff:7f00:1]",
        "http://[0:0:0:0:0:0:0:1]:80/",
        "HTTP://LOCALHOST",
        "http://example.com@127.0.0.1",
        "http://127.0.0.1:80\\@example.com@10.0.0.1",
        "http://①②⑦.⓪.⓪.①",
        "http://127。0。0。1",
        "http://%31%32%37.0.0.1",
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
        "http://[::]",
        "http://[::127.0.0.1]",
        "http://[::ffff:10.0.0.1]",
        "http://[::ffff:0:127.0.0.1]",
        "http://[64:ff9b::127.0.0.1]",
        "http://0",
        "http://0x7f.1",
        "http://0x7f000001",
        "http://0177.0.0.1",
        "http://0127.0.0.1",
        "http://127.1",
        "http://127.0.1",
        "http://127.0.0.1.1",
        "http://127.0.0.256",
        "http://127.0.0.1.",
        "http://2130706433",
        "http://localhost.",
        "http://localhost.localdomain",
        "http://a.localhost",
        "http://localhost:80@example.com",
        "http://127.0.0.1@example.com",
        "HTTP://EXAMPLE.COM",
        "http://example.com#@127.0.0.1",
        "http://example.com?@127.0.0.1",
        "http://example.com/127.0.0.1",
        "http:example.com",
        "http:///example.com",
        "http://1\u0661.0.0.1",
        "http://l\u043ecalhost",
      })
  void anyoneReadsPlainHttpToOtherMachines(String url) {
    assertThat(Loopback.httpsOrLoopback(HttpUrl.get(url))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[::1%25lo]",
        "http://[::1%lo]",
        "http://[fe80::1%25eth0]",
        "http://[127.0.0.1]",
        "http://127.0.0.1 .example.com",
        "http://127.0.0.1%00.example.com",
        "http://local\u0000host",
        "http:",
        "file:///etc/hosts",
        "//127.0.0.1",
      })
  void whatIsNoUrlOfAHostIsTakenByNobody(String url) {
    assertThat(HttpUrl.parse(url)).isNull();
  }
}
