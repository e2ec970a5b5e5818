package io.github.mediajobs.benchmark.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that has to be known before someone listens on it. */
public final class FreePort {
  private FreePort() {}

  /**
   * Looks for one.
   *
   * @return a port on which nobody listens on loopback just now
   * @throws IOException when there is none
   */
  public static int find() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
