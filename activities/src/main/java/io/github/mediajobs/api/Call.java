package io.github.mediajobs.api;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.text.OneLine;
import io.github.mediajobs.wire.JobRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One call: what is asked for, what the answer must hold, and how its failures are told.
 *
 * @param subject the action, and what of it messages name
 */
record Call<T>(
    Service service,
    String action,
    SortedMap<String, String> parameters,
    String subject,
    String region,
    Wanted<T> wanted) {
  private static final int SHOWN = 64;

  /** Reads one job; its id and region are checked. */
  static <J extends MediaJob> Call<JobRead<J>> read(
      JobOperation<J> operation, String jobId, String region) throws ApiException {
    return checked(
        operation.action(),
        () -> {
          JobRequest request = new JobRequest(jobId, region);
          SortedMap<String, String> parameters = new TreeMap<>();
          parameters.put(operation.idField(), request.jobId());
          return new Call<>(
              operation.service(),
              operation.action(),
              parameters,
              operation.action() + " " + OneLine.of(jobId, SHOWN),
              request.region(),
              new WantedJob<>(operation, jobId));
        });
  }

  /** Lists jobs; the token and the region are checked. */
  static <J extends MediaJob> Call<JobPage<J>> list(
      JobOperation<J> operation, ListQuery query, String region) throws ApiException {
    if (operation.list() == null) {
      throw refused(operation.action(), "there is no List operation beside it; read its jobs");
    }
    String action = operation.list().action();
    return checked(
        action,
        () ->
            new Call<>(
                operation.service(),
                action,
                ListParameters.of(operation.list(), query),
                action,
                new JobRequest("any", region).region(),
                new WantedPage<>(operation, query)));
  }

  /** The job that is asked for; empty for a list. */
  Optional<String> jobId() {
    return wanted instanceof WantedJob<?> it ? Optional.of(it.jobId()) : Optional.empty();
  }

  private static <T> T checked(String action, Checked<T> making) throws ApiException {
    try {
      return making.make();
    } catch (InvalidRequestException e) {
      throw refused(action, e.getMessage());
    }
  }

  private static ApiException refused(String action, String why) {
    return new ApiException(
        FailureType.INVALID_REQUEST, action + ": " + why, FailureDetails.NONE, null, null);
  }

  private interface Checked<T> {
    T make();
  }

  /** A failure without an answer. */
  ApiException failed(FailureType type, String happened, Throwable cause) {
    return failed(type, happened, FailureDetails.NONE, null, cause);
  }

  ApiException failed(
      FailureType type,
      String happened,
      FailureDetails details,
      Duration retryAfter,
      Throwable cause) {
    String message = "%s in %s: %s%s".formatted(subject, region, happened, told(details));
    return new ApiException(type, message, details, retryAfter, cause);
  }

  private static String told(FailureDetails details) {
    List<String> facts = new ArrayList<>();
    if (details.httpStatus() != null) {
      facts.add("HTTP " + details.httpStatus());
    }
    if (details.code() != null) {
      facts.add("Code " + details.code());
    }
    if (details.requestId() != null) {
      facts.add("RequestId " + details.requestId());
    }
    return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
  }
}
