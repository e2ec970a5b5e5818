package io.github.mediajobs.workflow;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;

/**
 * Awaits media jobs in a user's own workflow code.
 *
 * <pre>{@code
 * JobOutcome<PackageJob> outcome =
 *     MediaJobs.create().await(PACKAGE, jobId).within(Duration.ofHours(6)).outcome();
 * }</pre>
 */
public final class MediaJobs {
  /** Where workers of this library listen unless configured otherwise. */
  public static final String TASK_QUEUE = "media-jobs";

  private final String taskQueue;

  private MediaJobs(String taskQueue) {
    this.taskQueue = taskQueue;
  }

  /**
   * Awaits through workers on the task queue {@code media-jobs}.
   *
   * @return the entry to the typed API
   */
  public static MediaJobs create() {
    return new MediaJobs(TASK_QUEUE);
  }

  /**
   * Awaits through workers on another task queue.
   *
   * @param taskQueue where workers of this library listen
   * @return the entry to the typed API
   */
  public static MediaJobs onTaskQueue(String taskQueue) {
    return new MediaJobs(taskQueue);
  }

  /**
   * Describes a wait.
   *
   * @param <J> the job's record
   * @param operation reads the job, such as {@code Operations.PACKAGE}
   * @param jobId the job's id
   * @return the wait, not started yet
   */
  public <J extends MediaJob> JobAwait<J> await(JobOperation<J> operation, String jobId) {
    return new JobAwait<>(taskQueue, operation, jobId);
  }
}
