package io.github.mediajobs.callback;

import io.github.mediajobs.failure.InvalidRequestException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the vendor's callbacks are received.
 *
 * @param port the port to listen on; 0 for any that is free
 * @param host the address to listen on; without keys a loopback one
 * @param keys the keys that sign events, the new one and, while they change, the old one; empty
 *     when events are not signed
 * @param url the URL as the vendor knows it, which is part of the signature; null without keys
 */
public record CallbackConfig(int port, String host, List<String> keys, String url) {
  private static final String PORT = "MEDIAJOBS_CALLBACK_PORT";
  private static final String HOST = "MEDIAJOBS_CALLBACK_HOST";
  private static final String KEYS = "MEDIAJOBS_CALLBACK_KEYS";
  private static final String URL = "MEDIAJOBS_CALLBACK_URL";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ANY = "0.0.0.0";

  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the variable of the first that cannot be
   */
  public CallbackConfig {
    Objects.requireNonNull(host, "host");
    keys = List.copyOf(keys);
    if (port < 0 || port > 65535) {
      throw new InvalidRequestException(PORT, "expected a port from 0 to 65535");
    }
    if (keys.isEmpty() && !loopback(host)) {
      throw new InvalidRequestException(
          KEYS, "missing; without a key nobody but this machine may send events");
    }
    if (!keys.isEmpty() && url == null) {
      throw new InvalidRequestException(
          URL, "missing; the vendor signs events with the URL that it posts them to");
    }
  }

  /**
   * Reads {@code MEDIAJOBS_CALLBACK_PORT}, {@code MEDIAJOBS_CALLBACK_KEYS} (comma between old and
   * new), {@code MEDIAJOBS_CALLBACK_URL} and {@code MEDIAJOBS_CALLBACK_HOST}, by default all
   * addresses with keys and 127.0.0.1 without. Empty values count as not set.
   *
   * @param environment the process's environment
   * @return the configuration, or empty when there is no port
   * @throws InvalidRequestException naming the first variable with a wrong value
   */
  public static Optional<CallbackConfig> fromEnvironment(Map<String, String> environment) {
    String port = environment.getOrDefault(PORT, "").strip();
    if (port.isEmpty()) {
      return Optional.empty();
    }
    List<String> keys =
        Arrays.stream(environment.getOrDefault(KEYS, "").split(",", -1))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .toList();
    String host = environment.getOrDefault(HOST, "").strip();
    String url = environment.getOrDefault(URL, "").strip();
    return Optional.of(
        new CallbackConfig(
            number(port),
            !host.isEmpty() ? host : keys.isEmpty() ? LOOPBACK : ANY,
            keys,
            url.isEmpty() ? null : url));
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "CallbackConfig[port=%d, host=%s, keys=%d, url=%s]"
        .formatted(port, host, keys.size(), url);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidRequestException(PORT, "expected a port from 0 to 65535");
    }
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new InvalidRequestException(HOST, "not an address of this machine: " + host);
    }
  }
}
