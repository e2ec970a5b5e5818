package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** {@code polling/infrequent}: the activity fails and is tried again each minute. */
public final class InfrequentWorkflow implements PollingWorkflow {
  @Override
  public String await(String jobId, Duration minute) {
    return Workflow.newActivityStub(
            PollingActivity.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(2))
                .setRetryOptions(
                    RetryOptions.newBuilder()
                        .setBackoffCoefficient(1)
                        .setInitialInterval(minute)
                        .build())
                .build())
        .poll(jobId, minute);
  }
}
