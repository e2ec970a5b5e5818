package io.github.mediajobs.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Resolves {@code localhost} to this machine, whatever a resolver says: plain http goes there. */
record PinnedLocalhost(Dns others) implements Dns {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    return host.equals("localhost")
        ? List.of(InetAddress.getByAddress(host, IPV4), InetAddress.getByAddress(host, IPV6))
        : others.lookup(host);
  }
}
