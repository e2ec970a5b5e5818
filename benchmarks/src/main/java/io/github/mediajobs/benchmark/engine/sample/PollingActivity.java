package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.ActivityInterface;
import java.time.Duration;

/** Looks at a job. */
@ActivityInterface
public interface PollingActivity {
  /**
   * Answers when the job has ended, and fails while it has not.
   *
   * @param jobId which
   * @param minute what the sample calls a minute
   * @return the job's status
   */
  String poll(String jobId, Duration minute);
}
