package io.github.mediajobs.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are everyone's on the internet: all of IPv4 and 2000::/3 but what IANA's
 * registries of special-purpose addresses take out. An address of NAT64 is as public as the IPv4
 * address in it.
 */
final class PublicAddresses {
  private static final Network NAT64 = Network.of("64:ff9b::", 96);
  private static final Network GLOBAL_IPV6 = Network.of("2000::", 3);

  private static final List<Network> RESERVED =
      List.of(
          Network.of("0.0.0.0", 8), // this network
          Network.of("10.0.0.0", 8), // private
          Network.of("100.64.0.0", 10), // carrier-grade NAT
          Network.of("127.0.0.0", 8), // loopback
          Network.of("169.254.0.0", 16), // link-local
          Network.of("172.16.0.0", 12), // private
          Network.of("192.0.0.0", 24), // protocol assignments
          Network.of("192.0.2.0", 24), // documentation
          Network.of("192.88.99.0", 24), // 6to4 relays
          Network.of("192.168.0.0", 16), // private
          Network.of("198.18.0.0", 15), // benchmarks
          Network.of("198.51.100.0", 24), // documentation
          Network.of("203.0.113.0", 24), // documentation
          Network.of("224.0.0.0", 3), // multicast, reserved, broadcast
          Network.of("2001::", 23), // protocol assignments, Teredo
          Network.of("2001:db8::", 32), // documentation
          Network.of("2002::", 16), // 6to4, which embeds any IPv4 address
          Network.of("3fff::", 20)); // documentation

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    return contain(address.getAddress());
  }

  private static boolean contain(byte[] address) {
    if (NAT64.contains(address)) {
      return contain(Arrays.copyOfRange(address, 12, 16));
    }
    return (address.length == 4 || GLOBAL_IPV6.contains(address))
        && RESERVED.stream().noneMatch(network -> network.contains(address));
  }

  /** The addresses of one length that share their first bits. */
  private record Network(BigInteger prefix, int bits, int length) {
    static Network of(String address, int bits) {
      try {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        return new Network(prefix(bytes, bits), bits, bytes.length);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("no literal address: " + address, e);
      }
    }

    boolean contains(byte[] address) {
      return address.length == length && prefix(address, bits).equals(prefix);
    }

    private static BigInteger prefix(byte[] address, int bits) {
      return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }
  }
}
