package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoCauseTest {
  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(new UnknownHostException("example.com"), "DNS: example.com"),
        Arguments.of(new SSLHandshakeException("no\ncertificate"), "TLS: no certificate"),
        Arguments.of(new SocketTimeoutException("timeout"), "no answer in time: timeout"),
        Arguments.of(new IOException("reset"), "reset"),
        Arguments.of(new IOException(), "IOException"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void oneLineTellsWhatKindOfFaultItWas(IOException cause, String line) {
    assertThat(IoCause.line(cause, Secrets.of())).isEqualTo(line);
  }
}
