package io.github.mediajobs.api;

import io.github.mediajobs.operation.Service;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one call, for whoever counts.
 *
 * @param service the API product
 * @param action the API's name of the operation, such as {@code GetPackageJob}
 * @param region where it was called
 * @param took from its turn to the decoded answer; empty when the call budget was used up, and
 *     nothing was sent
 * @param failure why there was no answer to return; empty when there was one
 * @param callsPerSecond the rate of the call budget after it
 */
public record MadeCall(
    Service service,
    String action,
    String region,
    Optional<Duration> took,
    Optional<ApiException> failure,
    double callsPerSecond) {
  /**
   * Keeps the values as they are.
   *
   * @throws NullPointerException when one is null
   */
  public MadeCall {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(failure, "failure");
  }
}
