package io.github.mediajobs.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves names to public addresses only, so that who controls a name cannot point it at machines
 * that only this network reaches. One other address refuses the whole answer: it was given on
 * purpose or by mistake, and neither is a place to post to.
 */
record PublicNames(Dns resolver) implements Dns {
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolver.lookup(host);
    for (InetAddress address : addresses) {
      if (!PublicAddresses.contain(address)) {
        throw new NotPublicException(address);
      }
    }
    return addresses;
  }

  /** A name has an address that is not public. */
  static final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private NotPublicException(InetAddress address) {
      super("it resolves to " + address.getHostAddress() + ", which is not a public address");
    }
  }
}
