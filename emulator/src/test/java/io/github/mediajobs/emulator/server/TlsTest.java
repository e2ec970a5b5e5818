package io.github.mediajobs.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TlsTest {
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withTls(server()));

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aClientThatTrustsTheCertificateIsServed() throws Exception {
    assertThat(emulator.url()).hasScheme("https");
    assertThat(health(emulator.url(), certificate)).isEqualTo(200);
  }

  @Test
  void aClientThatDoesNotTrustItIsNot() throws Exception {
    HeldCertificate another = new HeldCertificate.Builder().build();

    assertThatThrownBy(() -> health(emulator.url(), another)).isInstanceOf(SSLException.class);
    assertThat(health(emulator.url(), certificate)).as("others are still served").isEqualTo(200);
  }

  @Test
  void plainHttpIsNotServed() {
    URI plain = URI.create("http://127.0.0.1:" + emulator.url().getPort());

    assertThatThrownBy(() -> health(plain, certificate)).isInstanceOf(IOException.class);
  }

  @Test
  void aPortIsFreeAgainWhateverItsClientsJustDid() throws Exception {
    SSLContext client = trusting(certificate);
    for (int round = 0; round < 100; round++) {
      int port;
      try (Emulator closing = Emulator.start(EmulatorOptions.defaults().withTls(server()))) {
        port = closing.url().getPort();
        for (int i = 0; i < 3; i++) {
          try (SSLSocket socket =
              (SSLSocket) client.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
          }
        }
      }
      Emulator.start(EmulatorOptions.defaults().withPort(port)).close();
    }
  }

  private SSLContext server() {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
  }

  private static SSLContext trusting(HeldCertificate trusted) {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(trusted.certificate())
        .build()
        .sslContext();
  }

  private static int health(URI url, HeldCertificate trusted) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting(trusted)).build();
    return client
        .send(
            HttpRequest.newBuilder(url.resolve("/_emulator/health")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
