package io.github.mediajobs.outcome;

/**
 * Which job.
 *
 * @param operation the API's name of the operation that reads it
 * @param jobId the job's id, as given
 * @param region where the job lives, such as {@code cn-shanghai}
 */
public record JobReference(String operation, String jobId, String region) {
  @Override
  public String toString() {
    return "%s %s in %s".formatted(operation, jobId.strip(), region);
  }
}
