package io.github.mediajobs.worker.example;

import io.temporal.activity.ActivityInterface;

/** What the team of the cookbook does about a job, in activities of its own. */
@ActivityInterface
public interface Team {
  /** Shows a video to everyone. */
  String publish(String url, String idempotencyKey);

  /** Bills whoever ordered the job. */
  String invoice(String jobId, String idempotencyKey);

  /** Wakes somebody. */
  String alert(String jobId, String why);
}
