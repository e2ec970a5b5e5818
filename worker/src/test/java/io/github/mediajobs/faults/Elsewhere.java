package io.github.mediajobs.faults;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import java.net.URI;

/** Servers that must never be called, over http and over https with a certificate that is right. */
final class Elsewhere implements AutoCloseable {
  private final Emulator http = Emulator.start();
  private final Emulator https =
      Emulator.start(EmulatorOptions.defaults().withTls(Certificates.right()));

  URI http() {
    return http.url();
  }

  URI https() {
    return https.url();
  }

  /** The same machine under another name. */
  URI anotherHost() {
    return URI.create("http://localhost:" + http.url().getPort());
  }

  long calls() {
    return http.calls().total() + https.calls().total();
  }

  @Override
  public void close() {
    http.close();
    https.close();
  }
}
