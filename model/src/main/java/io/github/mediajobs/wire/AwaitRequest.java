package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Duration;
import java.util.List;

/**
 * The input of the workflow {@code AwaitMediaJob}.
 *
 * @param operation the API's name of the operation or its alias
 * @param jobId the job's id, 1 to 256 characters, never trimmed
 * @param region where the job lives; null for the worker's own
 * @param deadline how long to wait from the workflow's start, at most P30D; null for PT24H
 * @param until raw statuses that end the wait in place of the operation's own; null for those
 * @param polling how to poll; null for the defaults
 * @param shared true to wait on the run {@code media-job/...} that others share; null for false
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwaitRequest(
    String operation,
    String jobId,
    String region,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration deadline,
    List<String> until,
    Polling polling,
    Boolean shared) {
  /** How long a wait takes at most when nothing is said. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofHours(24);

  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first field that is missing or out of bounds
   */
  public AwaitRequest {
    if (operation == null || operation.isBlank()) {
      throw new InvalidRequestException("operation", "missing; such as \"GetPackageJob\"");
    }
    Limits.name("operation", operation);
    Limits.jobId(jobId);
    Limits.region(region);
    Limits.deadline(Limits.aboveZero("deadline", deadline));
    until = Limits.until(until);
  }

  /**
   * A request for a wait of its own.
   *
   * @param operation the API's name of the operation or its alias
   * @param jobId the job's id, 1 to 256 characters, never trimmed
   * @param region where the job lives; null for the worker's own
   * @param deadline how long to wait from the workflow's start, at most P30D; null for PT24H
   * @param until raw statuses that end the wait in place of the operation's own; null for those
   * @param polling how to poll; null for the defaults
   */
  public AwaitRequest(
      String operation,
      String jobId,
      String region,
      Duration deadline,
      List<String> until,
      Polling polling) {
    this(operation, jobId, region, deadline, until, polling, null);
  }

  /**
   * Reads the input from outside.
   *
   * @param input the workflow's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static AwaitRequest read(JsonNode input) {
    return read(Fields.of(input));
  }

  static AwaitRequest read(Fields fields) {
    return new AwaitRequest(
        fields.text("operation"),
        fields.text("jobId"),
        fields.text("region"),
        fields.duration("deadline"),
        fields.texts("until"),
        fields.object("polling", Polling::read),
        fields.bool("shared"));
  }
}
