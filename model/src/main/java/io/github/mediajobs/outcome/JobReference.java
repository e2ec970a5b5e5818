package io.github.mediajobs.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.text.OneLine;

/**
 * Which job.
 *
 * @param operation the API's name of the operation that reads it
 * @param jobId the job's id, as given
 * @param region where the job lives, such as {@code cn-shanghai}; null when nobody has said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobReference(String operation, String jobId, String region) {
  @Override
  public String toString() {
    String job = operation + " " + OneLine.of(jobId);
    return region == null ? job : job + " in " + region;
  }
}
