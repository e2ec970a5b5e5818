package io.github.mediajobs.api;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.text.OneLine;
import io.github.mediajobs.wire.JobRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One read of one job, and how its failures are told. */
record Call(JobOperation<?> operation, String jobId, String region) {
  private static final int SHOWN = 64;

  /** A call whose job id and region were checked. */
  static Call checked(JobOperation<?> operation, String jobId, String region) throws ApiException {
    try {
      JobRequest request = new JobRequest(jobId, region);
      return new Call(operation, request.jobId(), request.region());
    } catch (InvalidRequestException e) {
      throw new ApiException(
          FailureType.INVALID_REQUEST,
          operation.action() + ": " + e.getMessage(),
          FailureDetails.NONE,
          null,
          null);
    }
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
    String message =
        "%s %s in %s: %s%s"
            .formatted(
                operation.action(), OneLine.of(jobId, SHOWN), region, happened, told(details));
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
