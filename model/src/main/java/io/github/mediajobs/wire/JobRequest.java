package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;

/**
 * The input of the activities that read a job once.
 *
 * @param jobId the job's id, 1 to 256 characters, never trimmed
 * @param region where the job lives; null for the worker's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobRequest(String jobId, String region) {
  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first field that is missing or out of bounds
   */
  public JobRequest {
    Limits.jobId(jobId);
    Limits.region(region);
  }

  /**
   * Reads the input from outside.
   *
   * @param input the activity's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static JobRequest read(JsonNode input) {
    Fields fields = Fields.of(input);
    return new JobRequest(fields.text("jobId"), fields.text("region"));
  }
}
