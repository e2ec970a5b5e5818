package io.github.mediajobs.benchmark.chaos;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;

/**
 * The TCP connections between two parts, through a proxy of Toxiproxy's.
 *
 * @param proxy listens on loopback
 */
record Link(Proxy proxy) {
  private static final long LATENCY_MILLIS = 600;
  private static final long JITTER_MILLIS = 400;
  private static final long KILOBYTES_PER_SECOND = 16;

  /** Where the proxy listens. */
  String address() {
    return proxy.getListen();
  }

  /** Connections end, and new ones are refused. */
  void cut() throws IOException {
    proxy.disable();
  }

  /** Connections stay, and nothing comes through in either direction. */
  void stall() throws IOException {
    for (ToxicDirection direction : ToxicDirection.values()) {
      proxy.toxics().timeout("stall-" + direction.name(), direction, 0);
    }
  }

  /** Connections are reset as soon as something comes. */
  void reset() throws IOException {
    proxy.toxics().resetPeer("reset", ToxicDirection.DOWNSTREAM, 0);
  }

  void slow() throws IOException {
    proxy
        .toxics()
        .latency("slow", ToxicDirection.DOWNSTREAM, LATENCY_MILLIS)
        .setJitter(JITTER_MILLIS);
  }

  void narrow() throws IOException {
    for (ToxicDirection direction : ToxicDirection.values()) {
      proxy.toxics().bandwidth("narrow-" + direction.name(), direction, KILOBYTES_PER_SECOND);
    }
  }

  void restore() throws IOException {
    for (Toxic toxic : proxy.toxics().getAll()) {
      toxic.remove();
    }
    proxy.enable();
  }
}
