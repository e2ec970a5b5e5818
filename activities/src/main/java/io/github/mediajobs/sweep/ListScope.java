package io.github.mediajobs.sweep;

import io.github.mediajobs.outcome.JobReference;

/**
 * The jobs that one list may hold.
 *
 * @param operation the API's name of the operation that reads them
 * @param region where they live
 */
public record ListScope(String operation, String region) {
  /**
   * Whether a list may hold a job.
   *
   * @param job which job
   * @return true for a job of the operation in the region
   */
  public boolean holds(JobReference job) {
    return operation.equals(job.operation()) && region.equals(job.region());
  }
}
