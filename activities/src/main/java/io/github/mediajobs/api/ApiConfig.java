package io.github.mediajobs.api;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.JobRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How the client calls the APIs. An attempt of the await activity has 30 s for one read and what is
 * around it, so a read must end within 20 s, and the connection inside it. No timeout is below 1
 * ms.
 *
 * @param region where jobs live unless a call says otherwise; default {@code cn-shanghai}
 * @param endpoints URLs in place of the public ones, by {@link Service#name()}, for every region;
 *     {@code https://host[:port]}, plain http for loopback addresses only; default none
 * @param callsPerSecond the call budget of each API and region, above zero; default empty: what
 *     each operation's entry says
 * @param connectTimeout for the connection, at most {@code callTimeout}; default 5 s
 * @param callTimeout for a read of a job as a whole, at most 20 s; default 10 s
 * @param maxResponseBytes the largest body that is read, inflated, at most 1 GiB; default 16 MiB
 */
public record ApiConfig(
    String region,
    Map<String, URI> endpoints,
    OptionalDouble callsPerSecond,
    Duration connectTimeout,
    Duration callTimeout,
    long maxResponseBytes) {
  private static final long LARGEST_RESPONSE = 1L << 30;
  // An attempt has 10 s for what is around its read.
  private static final Duration LONGEST_CALL =
      AwaitMediaJobActivity.START_TO_CLOSE.minusSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final String REGION = "MEDIAJOBS_REGION";
  private static final String CALLS_PER_SECOND = "MEDIAJOBS_CALLS_PER_SECOND";

  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first that is missing or out of bounds
   */
  public ApiConfig {
    region("region", region);
    endpoints = Map.copyOf(endpoints);
    endpoints.forEach((service, endpoint) -> Endpoint.url("endpoints." + service, endpoint));
    Objects.requireNonNull(callsPerSecond, "callsPerSecond");
    callsPerSecond.ifPresent(value -> callsPerSecond("callsPerSecond", value));
    timeout("callTimeout", callTimeout, LONGEST_CALL, "an attempt's read must end in time");
    timeout("connectTimeout", connectTimeout, callTimeout, "it is a part of the callTimeout");
    if (maxResponseBytes < 1 || maxResponseBytes > LARGEST_RESPONSE) {
      throw new InvalidRequestException(
          "maxResponseBytes",
          "expected 1 to %d, got %d".formatted(LARGEST_RESPONSE, maxResponseBytes));
    }
  }

  /**
   * The defaults: {@code cn-shanghai} and the public endpoints.
   *
   * @return a configuration
   */
  public static ApiConfig defaults() {
    return new ApiConfig(
        "cn-shanghai",
        Map.of(),
        OptionalDouble.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        16L << 20);
  }

  /**
   * Reads the configuration for the operations of {@link Catalogue#standard()}.
   *
   * @param environment the process's environment
   * @return the defaults with what is set
   * @throws InvalidRequestException naming the variable that is wrong
   */
  public static ApiConfig fromEnvironment(Map<String, String> environment) {
    return fromEnvironment(environment, Catalogue.standard());
  }

  /**
   * Reads {@code MEDIAJOBS_REGION}, {@code MEDIAJOBS_CALLS_PER_SECOND} and, for each API of a
   * catalogue, {@code MEDIAJOBS_<NAME>_ENDPOINT}. Empty values count as not set.
   *
   * @param environment the process's environment
   * @param catalogue whose APIs may have endpoints
   * @return the defaults with what is set
   * @throws InvalidRequestException naming the variable that is wrong
   */
  public static ApiConfig fromEnvironment(Map<String, String> environment, Catalogue catalogue) {
    ApiConfig config = defaults();
    String region = environment.getOrDefault(REGION, "").strip();
    if (!region.isEmpty()) {
      config = config.withRegion(region(REGION, region));
    }
    String calls = environment.getOrDefault(CALLS_PER_SECOND, "").strip();
    if (!calls.isEmpty()) {
      config = config.withCallsPerSecond(callsPerSecond(CALLS_PER_SECOND, number(calls)));
    }
    for (JobOperation<?> operation : catalogue.operations()) {
      String name = "MEDIAJOBS_" + operation.service().name() + "_ENDPOINT";
      String endpoint = environment.getOrDefault(name, "").strip();
      if (!endpoint.isEmpty()) {
        config = config.withEndpoint(operation.service(), uri(name, endpoint));
      }
    }
    return config;
  }

  /**
   * The same with another region.
   *
   * @param value such as {@code cn-beijing}
   * @return a new configuration
   * @throws InvalidRequestException when it is no region id
   */
  public ApiConfig withRegion(String value) {
    return new ApiConfig(
        value, endpoints, callsPerSecond, connectTimeout, callTimeout, maxResponseBytes);
  }

  /**
   * The same with an API's endpoint.
   *
   * @param service the API
   * @param endpoint {@code https://host[:port]}, or plain http to a loopback address
   * @return a new configuration
   * @throws InvalidRequestException when the endpoint is not of that form
   */
  public ApiConfig withEndpoint(Service service, URI endpoint) {
    Map<String, URI> more = new HashMap<>(endpoints);
    more.put(service.name(), endpoint);
    return new ApiConfig(
        region, more, callsPerSecond, connectTimeout, callTimeout, maxResponseBytes);
  }

  /**
   * The same with a call budget.
   *
   * @param value calls per second to each API in each region, above zero
   * @return a new configuration
   * @throws InvalidRequestException when it is not above zero
   */
  public ApiConfig withCallsPerSecond(double value) {
    return new ApiConfig(
        region, endpoints, OptionalDouble.of(value), connectTimeout, callTimeout, maxResponseBytes);
  }

  private static String region(String field, String value) {
    if (value == null) {
      throw new InvalidRequestException(field, "missing; expected one such as cn-shanghai");
    }
    try {
      return new JobRequest("any", value).region();
    } catch (InvalidRequestException e) {
      throw new InvalidRequestException(field, e.getMessage());
    }
  }

  private static double callsPerSecond(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidRequestException(field, "expected a number above zero such as 50");
    }
    return value;
  }

  private static void timeout(String field, Duration value, Duration longest, String why) {
    if (value == null || value.compareTo(SHORTEST) < 0 || value.compareTo(longest) > 0) {
      throw new InvalidRequestException(
          field, "expected %s to %s, got %s; %s".formatted(SHORTEST, longest, value, why));
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static URI uri(String name, String text) {
    try {
      URI uri = URI.create(text);
      Endpoint.url(name, uri);
      return uri;
    } catch (IllegalArgumentException e) {
      if (e instanceof InvalidRequestException known) {
        throw known;
      }
      throw new InvalidRequestException(
          name, "expected a URL such as https://host or https://host:port");
    }
  }
}
