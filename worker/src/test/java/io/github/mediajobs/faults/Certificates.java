package io.github.mediajobs.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates for servers on this machine, right and wrong ones. */
final class Certificates {
  private static final String ADDRESS = "127.0.0.1";
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder()
          .commonName("a test's authority")
          .certificateAuthority(0)
          .build();

  private Certificates() {}

  static SSLContext right() {
    return server(issued().addSubjectAlternativeName(ADDRESS));
  }

  static SSLContext ofAnotherName() {
    return server(issued().addSubjectAlternativeName("media.example"));
  }

  static SSLContext expired() {
    long now = System.currentTimeMillis();
    return server(
        issued().addSubjectAlternativeName(ADDRESS).validityInterval(now - 2 * DAY, now - DAY));
  }

  static SSLContext ofNobodyKnown() {
    return server(new HeldCertificate.Builder().addSubjectAlternativeName(ADDRESS));
  }

  private static HeldCertificate.Builder issued() {
    return new HeldCertificate.Builder().signedBy(AUTHORITY);
  }

  private static SSLContext server(HeldCertificate.Builder certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate.build())
        .build()
        .sslContext();
  }

  /** Makes this process trust the authority, in the way that is open to everyone. */
  static void trustAuthority(Path file) throws GeneralSecurityException, IOException {
    char[] password = "public".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("test", AUTHORITY.certificate());
    // Others in this process go on as before.
    for (X509Certificate known : trusted()) {
      store.setCertificateEntry(
          known.getSerialNumber() + known.getIssuerX500Principal().getName(), known);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", new String(password));
  }

  static void forgetAuthority() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
  }

  private static X509Certificate[] trusted() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager known) {
        return known.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }
}
