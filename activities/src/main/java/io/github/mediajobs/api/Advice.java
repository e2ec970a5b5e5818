package io.github.mediajobs.api;

import static io.github.mediajobs.failure.FailureType.ACCESS_DENIED;
import static io.github.mediajobs.failure.FailureType.CREDENTIALS_INVALID;
import static io.github.mediajobs.failure.FailureType.INVALID_REQUEST;
import static io.github.mediajobs.failure.FailureType.JOB_NOT_FOUND;
import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.failure.FailureType.THROTTLED;

import io.github.mediajobs.failure.FailureType;
import java.util.Map;

/** What people can do about a failure of the API or on the way to it. */
final class Advice {
  private static final Map<FailureType, String> ADVICE =
      Map.of(
          JOB_NOT_FOUND, "check the job id and the region",
          INVALID_REQUEST, "correct the request; it will not work as it is",
          ACCESS_DENIED,
              "grant the RAM user or role the right to this operation, and enable the service",
          CREDENTIALS_INVALID, "check the access key and the security token (ALIBABA_CLOUD_*)",
          THROTTLED, "try again later, or call less (MEDIAJOBS_CALLS_PER_SECOND)",
          SERVICE_UNAVAILABLE, "try again; if it stays so, check the network and the endpoint",
          MALFORMED_RESPONSE, "try again; if it stays so, check the endpoint");

  private Advice() {}

  /** What happened, and what to do about it. */
  static String on(FailureType type, String happened) {
    return happened + "; " + ADVICE.get(type);
  }
}
