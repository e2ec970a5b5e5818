package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Polls ten times, a second apart, and is continued as new. */
public final class PeriodicChildWorkflow implements PollingChildWorkflow {
  private static final int POLLS = 10;

  @Override
  public String await(String jobId, Duration minute) {
    PollingActivity activity =
        Workflow.newActivityStub(
            PollingActivity.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(4))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());
    for (int poll = 0; poll < POLLS; poll++) {
      try {
        return activity.poll(jobId, minute);
      } catch (ActivityFailure e) {
        Workflow.sleep(Duration.ofSeconds(1));
      }
    }
    return Workflow.newContinueAsNewStub(PollingChildWorkflow.class).await(jobId, minute);
  }
}
