package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Instant;
import java.util.List;

/**
 * The input of the activity {@code AwaitMediaJob}; every attempt gets the same.
 *
 * @param operation the API's name of the operation or its alias
 * @param jobId the job's id, 1 to 256 characters, never trimmed
 * @param region where the job lives; null for the worker's own
 * @param deadlineAt when the wait ends with a last poll
 * @param until raw statuses that end the wait in place of the operation's own; null for those
 * @param polling how to poll; null for the defaults
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwaitAttempt(
    String operation,
    String jobId,
    String region,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant deadlineAt,
    List<String> until,
    Polling polling) {
  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first field that is missing or out of bounds
   */
  public AwaitAttempt {
    if (operation == null || operation.isBlank()) {
      throw new InvalidRequestException("operation", "missing; such as \"GetPackageJob\"");
    }
    Limits.name("operation", operation);
    Limits.jobId(jobId);
    Limits.region(region);
    if (deadlineAt == null) {
      throw new InvalidRequestException("deadlineAt", "missing; an ISO-8601 instant");
    }
    until = Limits.until(until);
  }

  /**
   * Reads the input from outside.
   *
   * @param input the activity's input
   * @return the attempt
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static AwaitAttempt read(JsonNode input) {
    Fields fields = Fields.of(input);
    return new AwaitAttempt(
        fields.text("operation"),
        fields.text("jobId"),
        fields.text("region"),
        fields.instant("deadlineAt"),
        fields.texts("until"),
        fields.object("polling", Polling::read));
  }
}
