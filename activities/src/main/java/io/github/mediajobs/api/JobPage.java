package io.github.mediajobs.api;

import io.github.mediajobs.job.MediaJob;
import java.util.List;

/**
 * One page of a List operation.
 *
 * @param <J> the record that holds a job
 * @param jobs as the API listed them; each has its id, and null in the fields that lists leave out
 * @param next the token that a {@link ListQuery} for the next page takes, or null when there is
 *     none
 * @param region where the jobs were listed
 * @param requestId the API's RequestId, or null when it sent none
 */
public record JobPage<J extends MediaJob>(
    List<J> jobs, String next, String region, String requestId) {
  /**
   * Keeps the jobs as they are.
   *
   * @throws NullPointerException when {@code jobs} is null
   */
  public JobPage {
    jobs = List.copyOf(jobs);
  }
}
